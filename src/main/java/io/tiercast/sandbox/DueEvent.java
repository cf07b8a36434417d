package io.tiercast.sandbox;

import io.vertx.mutiny.sqlclient.Row;

/**
 * One row of {@code sandbox_event}: something a webhook has to tell now.
 *
 * @param priced whether this status carries {@code pricing}: {@code sent}, and the first that proves delivery
 */
record DueEvent(
        long dueMillis,
        long id,
        long happenedMillis,
        long messageId,
        long recipient,
        String phoneNumberId,
        Kind kind,
        int tries,
        Integer code,
        String category,
        String detail,
        String opaque,
        boolean priced) {

    static final String COLUMNS =
            "due_ms, id, happened_ms, message_id, recipient, phone_number_id, kind, tries, code, category, detail, opaque, priced";

    static DueEvent of(Row row) {
        return new DueEvent(
                row.getLong(0),
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getString(5),
                Kind.of(row.getShort(6)),
                row.getShort(7),
                row.getInteger(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getBoolean(12));
    }

    String wamid() {
        return AcceptedMessage.wamid(recipient, messageId);
    }
}
