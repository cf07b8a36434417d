package io.tiercast.people;

import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** The record of imports: how far each one is, and what it refused. Every change asks for the state it expects. */
@ApplicationScoped
class Imports {

    private static final String VIEW = """
            select i.*, case when started_at is null then 0
                else (rows / greatest(0.001, extract(epoch from coalesce(finished_at, clock_timestamp()) - started_at)))::bigint
                end as rows_per_second
            from contact_import i
            """;

    private static final String CREATE = """
            insert into contact_import (file, group_id, consent, default_country, consent_source, double_opt_in, columns, dry_run)
            values ($1, $2, $3, $4, $5, $6, $7, $8) returning id
            """;

    private static final String BEGIN = """
            update contact_import set started_at = coalesce(started_at, clock_timestamp()), total_rows = $2
            where id = $1 and state = 'RUNNING'
            """;

    private static final String ADVANCE = """
            update contact_import set reached[$10] = $3, rows = rows + $4, created = created + $5, updated = updated + $6,
                rejected = rejected + $7, opt_outs_kept = opt_outs_kept + $8, repeated = repeated + $9
            where id = $1 and greatest(line, reached[$10]) = $2 and state = 'RUNNING'
            """;

    private static final String REJECT = """
            insert into import_rejection (import_id, line, reason, value)
            select $1, * from unnest($2::bigint[], $3::text[], $4::text[])
            """;

    private static final String FINISH = """
            with seen as (delete from import_phone where import_id = $1)
            update contact_import set state = $2, reason = $3, finished_at = clock_timestamp()
            where id = $1 and state = 'RUNNING' returning file
            """;

    private final Sql sql;

    Imports(Sql sql) {
        this.sql = sql;
    }

    Uni<Long> create(String file, ImportOptions options, boolean doubleOptIn) {
        return sql.first(
                CREATE,
                row -> row.getLong("id"),
                file,
                options.groupId,
                options.consent == null ? null : options.consent.name(),
                options.defaultCountry,
                options.consentSource,
                doubleOptIn,
                options.columns().json(),
                options.dryRun);
    }

    Uni<ImportView> get(long id) {
        return sql.first(VIEW + "where id = $1", ImportView::of, id)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("import", id));
    }

    Uni<List<ImportView>> newestFirst(long beforeId, int limit) {
        return sql.rows(VIEW + "where id < $1 order by id desc limit $2", ImportView::of, beforeId, limit);
    }

    Uni<List<Rejection>> rejections(long id, long afterLine, int limit) {
        return sql.rows(
                "select * from import_rejection where import_id = $1 and line > $2 order by line limit $3",
                row -> new Rejection(row.getLong("line"), row.getString("reason"), row.getString("value")),
                id,
                afterLine,
                limit);
    }

    Uni<List<ContactImport>> running() {
        return sql.rows("select * from contact_import where state = 'RUNNING' order by id", ContactImport::of);
    }

    Uni<Void> begin(long id, long totalRows) {
        return sql.run(BEGIN, id, totalRows).invoke(Imports::stopUnlessOne).replaceWithVoid();
    }

    /** Fails with {@link ImportStopped} if the import was cancelled, or was moved on by somebody else. */
    Uni<Void> advance(SqlConnection transaction, long id, ImportBatch batch, ImportGain gain) {
        List<Rejection> rejections = gain.rejections();
        Object[] progress = {
            id,
            batch.after(),
            batch.last(),
            gain.rows(),
            gain.created(),
            gain.updated(),
            (long) rejections.size(),
            gain.optOutsKept(),
            gain.repeated(),
            batch.lane() + 1
        };
        return transaction
                .preparedQuery(ADVANCE)
                .execute(Tuple.wrap(progress))
                .invoke(result -> stopUnlessOne(result.rowCount()))
                .chain(() -> reject(transaction, id, rejections));
    }

    private static Uni<Void> reject(SqlConnection transaction, long id, List<Rejection> rejections) {
        if (rejections.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Long[] lines = rejections.stream().map(Rejection::line).toArray(Long[]::new);
        Tuple columns = Tuple.of(id, lines, texts(rejections, Rejection::reason), texts(rejections, Rejection::value));
        return transaction.preparedQuery(REJECT).execute(columns).replaceWithVoid();
    }

    private static String[] texts(List<Rejection> rejections, Function<Rejection, String> text) {
        return rejections.stream().map(text).toArray(String[]::new);
    }

    /** The name of the file that is not needed any more, or null if the import was over before. */
    Uni<String> finish(long id, ImportState state, String reason) {
        return sql.first(FINISH, row -> row.getString("file"), id, state.name(), reason);
    }

    private static void stopUnlessOne(int changed) {
        if (changed != 1) {
            throw new ImportStopped();
        }
    }
}
