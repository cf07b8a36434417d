package io.tiercast.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The thin door over the Vert.x pool, for what is counted in thousands. One statement is one transaction. */
@ApplicationScoped
public class Sql {

    // Sets of people are hashed: with PostgreSQL's 4 MB those of a million contacts go to the disk in many parts.
    private static final String MEMORY = "; set local work_mem = '32MB'";

    private final Pool pool;

    public Sql(Pool pool) {
        this.pool = pool;
    }

    /** All rows of a prepared statement, mapped. Arguments are positional; lists are not expanded: pass arrays. */
    public <T> Uni<List<T>> rows(String sql, Function<Row, T> map, Object... arguments) {
        return execute(sql, arguments).map(rows -> list(rows, map));
    }

    /** The same for a question that somebody's words have made, and that the database gives up when it takes longer than this. */
    public <T> Uni<List<T>> rowsWithin(Duration limit, String sql, Function<Row, T> map, Object... arguments) {
        return inTransaction(connection -> connection
                        .query("set local statement_timeout = " + limit.toMillis() + MEMORY)
                        .execute()
                        .chain(() -> connection.preparedQuery(sql).execute(Tuple.wrap(arguments))))
                .map(rows -> list(rows, map));
    }

    /** The first row, mapped, or null if there is none. */
    public <T> Uni<T> first(String sql, Function<Row, T> map, Object... arguments) {
        return execute(sql, arguments)
                .map(rows -> rows.size() == 0 ? null : map.apply(rows.iterator().next()));
    }

    /** The number of rows that the statement changed. */
    public Uni<Integer> run(String sql, Object... arguments) {
        return execute(sql, arguments).map(RowSet::rowCount);
    }

    /** Several statements in one transaction on one connection, one after the other. */
    public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work);
    }

    /** Two transactions at once, which see the database as it is now, whatever is committed meanwhile. */
    public <T> Uni<T> asOfOneMoment(BiFunction<SqlConnection, SqlConnection, Uni<T>> work) {
        return repeatable(first -> first.query("select pg_export_snapshot() as snapshot")
                .execute()
                .map(rows -> rows.iterator().next().getString("snapshot"))
                .chain(snapshot -> repeatable(second -> second.query("set transaction snapshot '" + snapshot + "'")
                        .execute()
                        .chain(() -> work.apply(first, second)))));
    }

    private <T> Uni<T> repeatable(Function<SqlConnection, Uni<T>> work) {
        return inTransaction(connection -> connection
                .query("set transaction isolation level repeatable read")
                .execute()
                .chain(() -> work.apply(connection)));
    }

    private Uni<RowSet<Row>> execute(String sql, Object... arguments) {
        return pool.preparedQuery(sql).execute(Tuple.wrap(arguments));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> map) {
        return StreamSupport.stream(rows.spliterator(), false).map(map).toList();
    }
}
