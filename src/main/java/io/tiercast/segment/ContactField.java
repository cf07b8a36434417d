package io.tiercast.segment;

import java.util.Map;
import java.util.Optional;

/**
 * What a path such as {@code contact.country} means.
 *
 * @param column of the table {@code contact} under the name {@code c}; null for an attribute
 * @param key of the attribute; null for a column
 * @param kind null for an attribute, whose kind is known from its values
 */
record ContactField(String column, String key, Kind kind) {

    private static final String CONTACT = "contact.";
    private static final String ATTRIBUTES = "contact.attributes.";

    private static final Map<String, ContactField> COLUMNS = Map.of(
            "name", column("c.name", Kind.TEXT),
            "phone", column("c.phone", Kind.TEXT),
            "externalId", column("c.external_id", Kind.TEXT),
            "country", column("c.country", Kind.TEXT),
            "language", column("c.language", Kind.TEXT),
            "timezone", column("c.timezone", Kind.TEXT),
            "createdAt", column("c.created_at", Kind.TIME),
            "lastInboundAt", column("c.last_inbound_at", Kind.TIME),
            "consent.marketing", column("c.marketing_consent", Kind.CONSENT),
            "consent.utility", column("c.utility_consent", Kind.CONSENT));

    static Optional<ContactField> of(String path) {
        if (path.startsWith(ATTRIBUTES) && path.length() > ATTRIBUTES.length()) {
            return Optional.of(new ContactField(null, path.substring(ATTRIBUTES.length()), null));
        }
        return path.startsWith(CONTACT)
                ? Optional.ofNullable(COLUMNS.get(path.substring(CONTACT.length())))
                : Optional.empty();
    }

    boolean isAttribute() {
        return key != null;
    }

    private static ContactField column(String name, Kind kind) {
        return new ContactField(name, null, kind);
    }
}
