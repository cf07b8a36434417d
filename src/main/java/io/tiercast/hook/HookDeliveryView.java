package io.tiercast.hook;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * One post to an endpoint.
 *
 * @param events how many it carries
 * @param status of the last answer; null: there was none
 * @param error why the last try failed
 * @param nextTryAt null once it is delivered or given up
 */
public record HookDeliveryView(
        long id,
        State state,
        int events,
        int attempts,
        Integer status,
        String error,
        Instant createdAt,
        Instant triedAt,
        Instant nextTryAt,
        Instant finishedAt) {

    public enum State {
        PENDING,
        DELIVERED,
        FAILED
    }

    static HookDeliveryView of(Row row) {
        State state = State.valueOf(row.getString("state"));
        return new HookDeliveryView(
                row.getLong("id"),
                state,
                row.getInteger("events"),
                row.getInteger("attempts"),
                row.getInteger("status"),
                row.getString("error"),
                instant(row, "created_at"),
                instant(row, "tried_at"),
                state == State.PENDING ? instant(row, "due_at") : null,
                instant(row, "finished_at"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
