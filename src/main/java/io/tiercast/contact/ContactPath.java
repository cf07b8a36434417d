package io.tiercast.contact;

import io.tiercast.sql.Selection;
import java.util.Map;
import java.util.Optional;

/** Paths into a contact, as variables and filters write them, and the SQL expression over {@code contact c} that each means. */
public final class ContactPath {

    private static final String ATTRIBUTE = "contact.attributes.";

    private static final Map<String, String> COLUMNS = Map.of(
            "contact.name", "c.name",
            "contact.phone", "c.phone",
            "contact.country", "c.country",
            "contact.language", "c.language",
            "contact.timezone", "c.timezone",
            "contact.externalId", "c.external_id");

    private ContactPath() {}

    /** The expression of a path as text; empty if there is no such path. */
    public static Optional<Selection> text(String path) {
        if (path.startsWith(ATTRIBUTE) && path.length() > ATTRIBUTE.length()) {
            return Optional.of(Selection.of("c.attributes ->> ?::text", path.substring(ATTRIBUTE.length())));
        }
        return Optional.ofNullable(COLUMNS.get(path)).map(Selection::of);
    }
}
