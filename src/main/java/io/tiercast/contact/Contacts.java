package io.tiercast.contact;

import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import io.tiercast.sql.Selection;
import io.tiercast.sql.Sql;
import io.tiercast.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Contacts by the many, for whoever works with lists of them. */
@ApplicationScoped
public class Contacts {

    private static final String UNKNOWN_IDS =
            "select id from unnest($1::bigint[]) id where not exists (select from contact c where c.id = id.id)";

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Sql sql;

    Contacts(Sql sql) {
        this.sql = sql;
    }

    /** Fails with the 404 of the contract if there is no such contact. */
    public Uni<Void> require(long id) {
        return sql.first("select from contact where id = $1", row -> true, id)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("contact", id))
                .replaceWithVoid();
    }

    /** Those of the ids that no contact has. */
    public Uni<List<Long>> unknown(List<Long> ids) {
        return sql.rows(UNKNOWN_IDS, row -> row.getLong(0), (Object) ids.toArray(Long[]::new));
    }

    /**
     * Contacts, newest first.
     *
     * @param where a condition on the table {@code contact}, under the name {@code c}
     * @param beforeId only those of a lower id
     */
    public Uni<List<ContactView>> newestFirst(Selection where, long beforeId, int limit) {
        Statement page = new Statement()
                .add("select c.* from contact c where c.id < ? and (", beforeId)
                .add(where)
                .add(") order by c.id desc limit ?", limit);
        return sql.rowsWithin(LONGEST, page.text(), (Row row) -> ContactView.of(row), page.arguments());
    }

    /**
     * Contacts, by phone.
     *
     * @param where a condition on the table {@code contact}, under the name {@code c}
     * @param after only those of a later phone
     */
    public Uni<List<ContactView>> byPhone(Selection where, String after, int limit) {
        Statement page = new Statement()
                .add("select c.* from contact c where c.phone > ? and (", after)
                .add(where)
                .add(") order by c.phone limit ?", limit);
        return sql.rowsWithin(LONGEST, page.text(), (Row row) -> ContactView.of(row), page.arguments());
    }

    /** Those of the ids that there are, newest first. */
    public Uni<List<ContactView>> of(List<Long> ids) {
        return sql.rows(
                "select c.* from contact c where c.id = any($1) order by c.id desc",
                (Row row) -> ContactView.of(row),
                (Object) ids.toArray(Long[]::new));
    }
}
