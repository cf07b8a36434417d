package io.tiercast.message;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * How a campaign's queue stands.
 *
 * @param category of its template
 * @param stopped why Meta's answer shut it; null if it did not
 * @param hours when it may send; null: always
 * @param restHeld whether the canary is sent and the rest waits
 * @param nextTry when the first of the deferred is tried again; null if there are none
 */
public record RunStatus(
        long senderId,
        String category,
        boolean open,
        StopReason stopped,
        SendingHours hours,
        Instant stopAt,
        boolean restHeld,
        Instant nextTry) {

    static RunStatus of(Row row) {
        JsonObject stopped = row.getJsonObject("stopped");
        JsonObject hours = row.getJsonObject("hours");
        return new RunStatus(
                row.getLong("sender_id"),
                row.getString("category"),
                row.getBoolean("open"),
                stopped == null ? null : StopReason.of(stopped),
                hours == null ? null : SendingHours.of(hours),
                instant(row.getOffsetDateTime("stop_at")),
                Boolean.TRUE.equals(row.getBoolean("rest_held")),
                instant(row.getOffsetDateTime("next_try")));
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
