package io.tiercast.sender;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Puts numbers into another portfolio: Meta shows by now whose they are, or somebody else owns them. Whom they reached counts on
 * in the portfolio's 24 hours, or they would begin anew and could go over its limit.
 */
@ApplicationScoped
class PortfolioChange {

    // One account has one owner: its numbers of which none was known go along. What an operator says of a
    // number stays his word.
    private static final String HOLD = """
            select id, coalesce(portfolio_id, waba_id) as old from sender
            where coalesce(portfolio_id, waba_id) <> $2 and (id = $1
              or coalesce(portfolio_id, waba_id) = (select waba_id from sender where id = $1)
                and waba_id = (select waba_id from sender where id = $1) and provider ->> 'number' is null)
            order by id for no key update
            """;

    private static final String MOVE =
            "update sender set portfolio_id = $2, version = version + 1, updated_at = now() where id = any($1)";

    // Without its row nothing could be claimed. An operator's settings go along where the new portfolio has none.
    private static final String ENSURE = """
            insert into portfolio_window (portfolio_id, reserved_share, exempt_open_windows)
            select $2, coalesce(max(reserved_share), 0), coalesce(bool_and(exempt_open_windows), false)
            from portfolio_window where portfolio_id = any($1::text[])
            on conflict (portfolio_id) do nothing
            """;

    // A statement of its own: only the next one sees what claims wrote that this one had to wait for.
    private static final String LOCK =
            "select from portfolio_window where portfolio_id = any($1::text[]) or portfolio_id = $2 order by portfolio_id for update";

    // Everybody, if no number is left behind; else those whom the numbers wrote to themselves. Each is one
    // probe of keys.
    private static final String CARRY = """
            with portfolio as materialized (
              select portfolio_id, horizon from portfolio_window where portfolio_id = $2
            ), carried as (
              select r.phone, max(r.minute) as minute
              from portfolio_window old join portfolio_recipient r on r.portfolio_id = old.portfolio_id cross join portfolio
              where old.portfolio_id = any($1::text[]) and r.minute > greatest(old.horizon, portfolio.horizon) and (
                not exists (select from sender s where coalesce(s.portfolio_id, s.waba_id) = old.portfolio_id offset 0)
                or exists (
                  select from contact c join message m on m.contact_id = c.id join campaign_run run on run.campaign_id = m.campaign_id
                  where c.phone = r.phone and run.sender_id = any($3::bigint[]) and m.state in (1, 3, 4, 5, 6, 7, 10, 11)
                    and greatest(m.t_tried, m.t_delivered) > now() - interval '24 h 5 min' offset 0))
              group by r.phone
            ), stamped as (
              insert into portfolio_recipient as r (portfolio_id, phone, minute)
              select portfolio.portfolio_id, carried.phone, carried.minute from carried cross join portfolio order by carried.phone
              on conflict (portfolio_id, phone) do update set prev = r.minute, minute = greatest(r.minute, excluded.minute)
              returning r.minute, r.prev
            ),
            """ + WindowSql.COUNTED + "select count(*) as n from carried";

    // A claim that waited for the row finds it gone, and comes again under the new key.
    private static final String FORGET = """
            with gone as (
              delete from portfolio_window w where w.portfolio_id = any($1::text[])
                and not exists (select from sender s where coalesce(s.portfolio_id, s.waba_id) = w.portfolio_id)
              returning w.portfolio_id
            ), people as (
              delete from portfolio_recipient r using gone where r.portfolio_id = gone.portfolio_id
            )
            delete from portfolio_minute m using gone where m.portfolio_id = gone.portfolio_id
            """;

    private final Sql sql;
    private final Senders senders;

    PortfolioChange(Sql sql, Senders senders) {
        this.sql = sql;
        this.senders = senders;
    }

    /** Whether anything changed. */
    Uni<Boolean> move(long senderId, String portfolioId) {
        return sql.inTransaction(transaction -> transaction
                        .preparedQuery(HOLD)
                        .execute(Tuple.of(senderId, portfolioId))
                        .chain(held ->
                                held.size() == 0 ? Uni.createFrom().item(false) : move(transaction, held, portfolioId)))
                .invoke(senders::changed);
    }

    private static Uni<Boolean> move(SqlConnection transaction, RowSet<Row> held, String to) {
        List<Row> rows = StreamSupport.stream(held.spliterator(), false).toList();
        Long[] ids = rows.stream().map(row -> row.getLong("id")).toArray(Long[]::new);
        String[] from =
                rows.stream().map(row -> row.getString("old")).distinct().toArray(String[]::new);
        return run(transaction, MOVE, Tuple.of(ids, to))
                .chain(() -> run(transaction, ENSURE, Tuple.of(from, to)))
                .chain(() -> run(transaction, LOCK, Tuple.of(from, to)))
                .chain(() -> run(transaction, CARRY, Tuple.of(from, to, ids)))
                .chain(() -> run(transaction, FORGET, Tuple.of(from)))
                .replaceWith(true);
    }

    private static Uni<RowSet<Row>> run(SqlConnection transaction, String statement, Tuple arguments) {
        return transaction.preparedQuery(statement).execute(arguments);
    }
}
