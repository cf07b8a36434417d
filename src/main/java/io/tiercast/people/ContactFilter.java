package io.tiercast.people;

import io.tiercast.contact.ConsentState;
import io.tiercast.group.GroupMembers;
import io.tiercast.sql.Selection;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that pick contacts, the same for the list and the export. All of them must hold. */
public class ContactFilter {

    private static final Pattern BEGINNING_OF_PHONE = Pattern.compile("\\+?[0-9 ()./-]*[0-9][0-9 ()./-]*");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
    private static final Pattern WILDCARD = Pattern.compile("[\\\\%_]");

    @QueryParam("search")
    @Parameter(description = "Part of the name; or, if it is all digits, the phone or its beginning")
    public String search;

    @QueryParam("tag")
    public String tag;

    @QueryParam("groupId")
    public Long groupId;

    @QueryParam("segmentId")
    public Long segmentId;

    @QueryParam("filter")
    @Parameter(description = "Conditions as a segment has them, in JSON")
    public String filter;

    @QueryParam("country")
    @Parameter(description = "ISO 3166 alpha-2")
    public String country;

    @QueryParam("language")
    public String language;

    @QueryParam("marketing")
    @Parameter(description = "Consent to marketing")
    public ConsentState marketing;

    @QueryParam("suppressed")
    @Parameter(description = "Whether the suppression list knows them")
    public Boolean suppressed;

    /**
     * A condition on the table {@code contact}, under the name {@code c}.
     *
     * @param segment the same for the people of the segment, if one is asked for; else null
     */
    Selection condition(Selection segment) {
        List<Selection> conditions = new ArrayList<>();
        if (segment != null) {
            conditions.add(segment);
        }
        add(conditions, "c.tags @> array[?]", tag);
        add(conditions, "c.country = ?", country);
        add(conditions, "c.language = ?", language);
        add(conditions, "c.marketing_consent = ?", marketing == null ? null : marketing.name());
        if (suppressed != null) {
            conditions.add(Selection.of(suppressed ? "c.suppressed is not null" : "c.suppressed is null"));
        }
        if (groupId != null) {
            conditions.add(GroupMembers.condition(groupId));
        }
        if (search != null && !search.isBlank()) {
            conditions.add(found(storable(search.trim())));
        }
        return all(conditions);
    }

    private static void add(List<Selection> conditions, String sql, String value) {
        if (value != null) {
            conditions.add(Selection.of(sql, storable(value)));
        }
    }

    /** Whether the beginning of a phone is searched for. Such people are listed by phone: one look into its index, however many they are. */
    boolean asksForPhone() {
        return search != null && BEGINNING_OF_PHONE.matcher(search.trim()).matches();
    }

    private Selection found(String text) {
        return asksForPhone()
                ? phones("+" + NO_DIGIT.matcher(text).replaceAll(""))
                : Selection.of("c.name ilike ?", "%" + WILDCARD.matcher(text).replaceAll("\\\\$0") + "%");
    }

    /** A colon comes after all digits. */
    private static Selection phones(String beginning) {
        return Selection.of("c.phone >= ? and c.phone < ?", beginning, beginning + ":");
    }

    /** PostgreSQL refuses the character NUL; nothing stored contains one, so nothing is found by it. */
    private static String storable(String text) {
        return text.replace('\0', '\u001f');
    }

    private static Selection all(List<Selection> conditions) {
        String sql = Stream.concat(Stream.of("true"), conditions.stream().map(Selection::sql))
                .collect(Collectors.joining(" and "));
        return new Selection(
                sql,
                conditions.stream().flatMap(each -> each.arguments().stream()).toList());
    }
}
