package io.tiercast.sandbox;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The tables of the sandbox. Its transactions do not wait for the disk: a kill of the application loses nothing, and a
 * crash of the database machine may cost the simulated Meta half a second of its memory.
 */
@ApplicationScoped
class SandboxStore {

    private static final long DELIVERY_LOCK = 7_231_001;

    private static final String ACCEPT = """
            with quick as materialized (select set_config('synchronous_commit', 'off', true)),
            told as (
                insert into sandbox_event (due_ms, happened_ms, message_id, recipient, phone_number_id, kind, code,
                                           category, detail, opaque, priced)
                select e.* from quick, unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::text[],
                        $6::smallint[], $7::integer[], $8::text[], $9::text[], $10::text[], $11::boolean[]) e),
            known as (
                insert into sandbox_recipient (recipient, at_ms)
                select r, $13::bigint from unnest($12::bigint[]) r
                on conflict (recipient) do update set at_ms = excluded.at_ms)
            update sandbox_ledger set accepted = accepted + $14, sent = sent + $15, delivered = delivered + $16,
                read = read + $17, failed = failed + $18, inbound = inbound + $19
            """;

    private final Sql sql;

    SandboxStore(Sql sql) {
        this.sql = sql;
    }

    /** Keeps a batch of accepted messages and everything that will be told of them. */
    Uni<Integer> accept(List<AcceptedMessage> batch) {
        return sql.run(ACCEPT, new EventColumns(batch).arguments());
    }

    /** Whether this transaction is the only one that delivers; another node may be at it. */
    Uni<Boolean> lockDelivery(SqlConnection connection) {
        return connection
                .preparedQuery("select pg_try_advisory_xact_lock($1), set_config('synchronous_commit', 'off', true)")
                .execute(Tuple.of(DELIVERY_LOCK))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    Uni<List<DueEvent>> due(SqlConnection connection, long nowMillis, int limit) {
        return connection
                .preparedQuery("select " + DueEvent.COLUMNS
                        + " from sandbox_event where due_ms <= $1 order by due_ms, id limit $2")
                .execute(Tuple.of(nowMillis, limit))
                .map(SandboxStore::events);
    }

    Uni<Void> forget(SqlConnection connection, List<DueEvent> told) {
        String delete = """
                delete from sandbox_event e using unnest($1::bigint[], $2::bigint[]) as d(due_ms, id)
                where e.due_ms = d.due_ms and e.id = d.id
                """;
        return told.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(delete).execute(keys(told)).replaceWithVoid();
    }

    /** Waits longer after each refusal, up to a minute. */
    Uni<Void> postpone(SqlConnection connection, List<DueEvent> refused, long nowMillis) {
        String update = """
                update sandbox_event e set tries = least(tries + 1, 100), due_ms = $3 + 500 * (1 << least(tries, 7))
                from unnest($1::bigint[], $2::bigint[]) as d(due_ms, id)
                where e.due_ms = d.due_ms and e.id = d.id
                """;
        return refused.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(update)
                        .execute(keys(refused).addLong(nowMillis))
                        .replaceWithVoid();
    }

    /** The recipients of the last 24 hours, oldest first; the youngest {@code limit} of them. */
    Uni<List<Map.Entry<Long, Long>>> recipients(long nowMillis, int limit) {
        return sql.rows(
                        "select recipient, at_ms from sandbox_recipient where at_ms > $1 order by at_ms desc limit $2",
                        row -> Map.entry(row.getLong(0), row.getLong(1)),
                        nowMillis - RecipientWindow.SPAN_MILLIS,
                        limit)
                .map(SandboxStore::reversed);
    }

    Uni<Integer> forgetRecipients(long nowMillis) {
        return sql.run("delete from sandbox_recipient where at_ms <= $1", nowMillis - RecipientWindow.SPAN_MILLIS);
    }

    Uni<SandboxView.Ledger> ledger(Map<Integer, Long> refusedByCode) {
        return sql.first(
                "select l.*, (select count(*) from sandbox_event) as pending from sandbox_ledger l",
                row -> SandboxView.Ledger.of(row, refusedByCode));
    }

    Uni<Void> reset() {
        return sql.inTransaction(connection -> connection.query("""
                        truncate sandbox_event, sandbox_recipient;
                        update sandbox_ledger set accepted = 0, sent = 0, delivered = 0, read = 0, failed = 0, inbound = 0
                        """).execute().replaceWithVoid());
    }

    private static Tuple keys(List<DueEvent> events) {
        return Tuple.tuple()
                .addArrayOfLong(events.stream().map(DueEvent::dueMillis).toArray(Long[]::new))
                .addArrayOfLong(events.stream().map(DueEvent::id).toArray(Long[]::new));
    }

    private static List<DueEvent> events(RowSet<Row> rows) {
        List<DueEvent> events = new ArrayList<>(rows.size());
        rows.forEach(row -> events.add(DueEvent.of(row)));
        return events;
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }
}
