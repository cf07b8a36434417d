package io.tiercast.sender;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lets single messages into a portfolio's 24 hours that belong to no campaign; a campaign's are let in by their claim. */
@ApplicationScoped
public class WindowAdmission {

    private static final String LOCK = """
            select from portfolio_window where portfolio_id = (select coalesce(portfolio_id, waba_id) from sender where id = $1) for update
            """;

    private static final String TAKE = """
            with asked as materialized (
              select w.portfolio_id, w.horizon, s.messaging_limit - w.used as room, extract(epoch from now())::integer / 60 as minute
              from sender s join portfolio_window w on w.portfolio_id = coalesce(s.portfolio_id, s.waba_id) where s.id = $1
            ), fresh as (
              select p.phone from unnest($2::text[]) as p(phone) cross join asked
              where not exists (select from portfolio_recipient r
                where r.portfolio_id = asked.portfolio_id and r.phone = p.phone and r.minute > asked.horizon)
            ), portfolio as materialized (
              select * from asked where room is null or room >= (select count(*) from fresh)
            ), stamped as (
              insert into portfolio_recipient as r (portfolio_id, phone, minute)
              select portfolio.portfolio_id, p.phone, portfolio.minute from portfolio cross join unnest($2::text[]) as p(phone) order by p.phone
              on conflict (portfolio_id, phone) do update set prev = r.minute, minute = greatest(r.minute, excluded.minute)
              returning r.minute, r.prev
            ),
            """ + WindowSql.COUNTED + "select exists (select from portfolio) as admitted";

    private final Sql sql;
    private final PortfolioWindow window;

    public WindowAdmission(Sql sql, PortfolioWindow window) {
        this.sql = sql;
        this.window = window;
    }

    /** All of the phones or none of them. What was let in counts as used, whatever becomes of it. */
    public Uni<Boolean> admit(long senderId, List<String> phones) {
        return window.ensure(senderId)
                .chain(() -> sql.inTransaction(connection -> connection
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(senderId))
                        .chain(() -> take(connection, senderId, phones))));
    }

    private static Uni<Boolean> take(SqlConnection connection, long senderId, List<String> phones) {
        return connection
                .preparedQuery(TAKE)
                .execute(Tuple.of(senderId, phones.toArray(String[]::new)))
                .map(rows -> rows.iterator().next().getBoolean("admitted"));
    }
}
