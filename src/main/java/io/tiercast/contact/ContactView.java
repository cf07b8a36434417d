package io.tiercast.contact;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * A contact as answered.
 *
 * @param suppressed what the suppression list forbids to send; null: nothing
 */
public record ContactView(
        long id,
        String phone,
        String name,
        String externalId,
        String language,
        String timezone,
        String country,
        Map<String, Object> attributes,
        List<String> tags,
        ConsentView consent,
        SuppressionScope suppressed,
        Instant lastInboundAt,
        Instant createdAt,
        Instant updatedAt) {

    static ContactView of(Contact contact) {
        return new ContactView(
                contact.id,
                contact.phone,
                contact.name,
                contact.externalId,
                contact.language,
                contact.timezone,
                contact.country,
                contact.attributes,
                List.of(contact.tags),
                contact.consentView(),
                contact.suppressed,
                contact.lastInboundAt,
                contact.createdAt,
                contact.updatedAt);
    }

    static ContactView of(Row row) {
        return new ContactView(
                row.getLong("id"),
                row.getString("phone"),
                row.getString("name"),
                row.getString("external_id"),
                row.getString("language"),
                row.getString("timezone"),
                row.getString("country"),
                row.getJsonObject("attributes").getMap(),
                List.of(row.getArrayOfStrings("tags")),
                consent(row),
                scope(row),
                instant(row, "last_inbound_at"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static ConsentView consent(Row row) {
        return new ConsentView(
                ConsentState.valueOf(row.getString("marketing_consent")),
                ConsentState.valueOf(row.getString("utility_consent")),
                row.getString("consent_source"),
                row.getString("consent_evidence"),
                instant(row, "consent_at"),
                instant(row, "consent_requested_at"));
    }

    private static SuppressionScope scope(Row row) {
        String scope = row.getString("suppressed");
        return scope == null ? null : SuppressionScope.valueOf(scope);
    }

    static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
