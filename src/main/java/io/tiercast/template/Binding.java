package io.tiercast.template;

import io.tiercast.sql.Selection;
import io.tiercast.template.VariableValue.Format;
import io.tiercast.template.VariableValue.FormatType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns a variable's source into an SQL expression over a contact {@code c}, so that an audience is bound in one statement. */
public final class Binding {

    private static final String LOCALE = "locale_of(c.language, c.country)";
    private static final String ATTRIBUTE = "contact.attributes.";
    private static final String RECIPIENT = "recipient.";
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("contact.name", "c.name"),
            Map.entry("contact.phone", "c.phone"),
            Map.entry("contact.country", "c.country"),
            Map.entry("contact.language", "c.language"),
            Map.entry("contact.timezone", "c.timezone"),
            Map.entry("contact.externalId", "c.external_id"),
            Map.entry("contact.consent.marketing", "c.marketing_consent"),
            Map.entry("contact.createdAt", date("c.created_at")),
            Map.entry("contact.lastInboundAt", date("c.last_inbound_at")));

    /** Paths to what a campaign and its number have. A campaign fills them in; elsewhere they have no value. */
    static final Set<String> SHARED = Set.of(
            "sender.name",
            "sender.verifiedName",
            "sender.phone",
            "campaign.id",
            "campaign.name",
            "campaign.externalId",
            "campaign.labels",
            "campaign.date",
            "campaign.startsAt",
            "campaign.stopAt");

    private Binding() {}

    /** Why this cannot be bound to a variable of the kind; empty: it can. */
    public static Optional<String> problem(VariableValue source, VariableKind kind) {
        if (Stream.of(source.value(), source.path(), source.mediaId())
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            return Optional.of("needs either a value or a path" + (kind.media() ? " or a mediaId" : ""));
        }
        if (source.mediaId() != null && !kind.media()) {
            return Optional.of("shows no file");
        }
        if (source.path() != null && !known(source.path())) {
            return Optional.of("There is no path " + source.path());
        }
        if (source.format() != null
                && (source.format().type() == FormatType.CURRENCY)
                        != (source.format().currency() != null)) {
            return Optional.of("needs a currency for the format CURRENCY, and only there");
        }
        String fixed = source.path() == null ? source.fixed() : source.fallback();
        return fixed == null ? Optional.empty() : ValueCheck.problem(kind, fixed);
    }

    /** For people who brought nothing of their own. */
    public static Selection expression(VariableValue source, VariableKind kind) {
        return expression(source, kind, Selection.of("null::jsonb"));
    }

    /**
     * The text for a contact as Meta wants it; null where the contact has none that fits and there is no fallback. Line breaks, tabs and
     * runs of spaces become one space: Meta refuses them in parameters (132018).
     *
     * @param brought an expression over contact {@code c}: the values that it brought of its own, as JSON
     */
    public static Selection expression(VariableValue source, VariableKind kind, Selection brought) {
        if (source.path() == null) {
            return ValueShape.of(kind, formatted(constant(source.fixed()), source.format()));
        }
        Selection found = found(source.path(), brought);
        Selection text = source.format() == null ? tidyAsARule(found) : tidied(formatted(found, source.format()));
        return orFallback(ValueShape.of(kind, text), ValueShape.of(kind, constant(source.fallback())));
    }

    private static Selection constant(String text) {
        return Selection.of(
                "?::text",
                text == null ? null : WHITE_SPACE.matcher(text.strip()).replaceAll(" "));
    }

    /** For what is tidy nearly always: one look is a third of the price of putting it in order for everybody. */
    private static Selection tidyAsARule(Selection text) {
        Selection looked = around("case when ", text, " ~ '^ | $|\\s\\s|[^\\S ]' then ");
        return join(join(looked, tidied(text)), around(" else nullif(", text, ", '') end"));
    }

    private static Selection tidied(Selection text) {
        return around("nullif(btrim(regexp_replace(", text, ", '\\s+', ' ', 'g')), '')");
    }

    private static Selection found(String path, Selection brought) {
        if (path.startsWith(RECIPIENT)) {
            return and(around("(", brought, " ->> ?::text)"), path.substring(RECIPIENT.length()));
        }
        if (SHARED.contains(path)) {
            return Selection.of("null::text");
        }
        return path.startsWith(ATTRIBUTE)
                ? Selection.of("(c.attributes ->> ?::text)", path.substring(ATTRIBUTE.length()))
                : Selection.of(COLUMNS.get(path));
    }

    private static Selection formatted(Selection text, Format format) {
        if (format == null) {
            return text;
        }
        return switch (format.type()) {
            case DATE -> around("format_date(", text, ", c.timezone, " + LOCALE + ")");
            case NUMBER -> around("format_number(", text, ", null, " + LOCALE + ")");
            case CURRENCY -> and(around("format_currency(", text, ", ?::text, " + LOCALE + ")"), format.currency());
        };
    }

    private static Selection around(String before, Selection text, String after) {
        return new Selection(before + text.sql() + after, text.arguments());
    }

    private static Selection orFallback(Selection text, Selection fallback) {
        return join(around("coalesce(", text, ", "), around("", fallback, ")"));
    }

    private static Selection join(Selection first, Selection second) {
        List<Object> arguments = new ArrayList<>(first.arguments());
        arguments.addAll(second.arguments());
        return new Selection(first.sql() + second.sql(), arguments);
    }

    /** With one argument more. */
    private static Selection and(Selection text, Object argument) {
        List<Object> arguments = new ArrayList<>(text.arguments());
        arguments.add(argument);
        return new Selection(text.sql(), arguments);
    }

    private static boolean known(String path) {
        return COLUMNS.containsKey(path)
                || SHARED.contains(path)
                || isBelow(ATTRIBUTE, path)
                || isBelow(RECIPIENT, path);
    }

    private static boolean isBelow(String prefix, String path) {
        return path.startsWith(prefix) && path.length() > prefix.length();
    }

    private static String date(String column) {
        return "to_char(" + column + " at time zone 'UTC', 'YYYY-MM-DD')";
    }
}
