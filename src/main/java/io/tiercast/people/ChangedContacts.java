package io.tiercast.people;

import io.vertx.mutiny.sqlclient.Row;

/**
 * What a change of many contacts did.
 *
 * @param matched contacts that were chosen
 * @param changed those of them that were not so before
 */
public record ChangedContacts(long matched, long changed) {

    static final ChangedContacts NONE = new ChangedContacts(0, 0);

    ChangedContacts and(ChangedContacts more) {
        return new ChangedContacts(matched + more.matched, changed + more.changed);
    }

    static ChangedContacts of(Row row) {
        return new ChangedContacts(row.getLong("matched"), row.getLong("changed"));
    }
}
