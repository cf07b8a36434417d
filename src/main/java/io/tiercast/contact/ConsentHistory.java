package io.tiercast.contact;

import io.smallrye.mutiny.Uni;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import io.tiercast.problem.Problems;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;

/** How each consent came about. The database writes it down with every change of a contact, whoever made it. */
@ApplicationScoped
class ConsentHistory {

    private static final String PAGE =
            "select * from consent_change where contact_id = $1 and id < $2 order by id desc limit $3";

    private final Sql sql;

    ConsentHistory(Sql sql) {
        this.sql = sql;
    }

    /** Newest first; 404 if there is no such contact. */
    Uni<Page<ConsentChange>> of(long contactId, PageRequest page) {
        int limit = page.limit();
        long beforeId = page.beforeId();
        return sql.first("select from contact where id = $1", row -> true, contactId)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("contact", contactId))
                .chain(() -> sql.rows(PAGE, ConsentHistory::change, contactId, beforeId, limit + 1))
                .map(found -> Page.of(found, limit, ConsentChange::id));
    }

    private static ConsentChange change(Row row) {
        return new ConsentChange(
                row.getLong("id"),
                ConsentState.valueOf(row.getString("marketing")),
                ConsentState.valueOf(row.getString("utility")),
                row.getBoolean("requested"),
                row.getString("source"),
                row.getString("evidence"),
                ContactView.instant(row, "at"),
                ContactView.instant(row, "recorded_at"));
    }
}
