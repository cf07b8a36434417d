package io.tiercast.template;

import io.vertx.mutiny.sqlclient.Row;

/**
 * What a sync found.
 *
 * @param missing known here, but no longer listed by Meta
 */
public record TemplateSyncView(long created, long updated, long unchanged, long missing) {

    static TemplateSyncView of(Row row) {
        return new TemplateSyncView(
                row.getLong("created"), row.getLong("updated"), row.getLong("unchanged"), row.getLong("missing"));
    }
}
