package io.tiercast.contact;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/**
 * Somebody whom nobody may write to.
 *
 * @param phone null where the person was erased
 * @param source where it came from, such as the name of a list; may be null
 */
public record SuppressionView(
        long id, String phone, SuppressionScope scope, SuppressionReason reason, String source, Instant createdAt) {

    static SuppressionView of(Row row) {
        return new SuppressionView(
                row.getLong("id"),
                row.getString("phone"),
                SuppressionScope.valueOf(row.getString("scope")),
                SuppressionReason.valueOf(row.getString("reason")),
                row.getString("source"),
                ContactView.instant(row, "created_at"));
    }
}
