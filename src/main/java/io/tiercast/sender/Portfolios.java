package io.tiercast.sender;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;

/** The business portfolios of the connected numbers. A number that Meta does not place in one is counted with its account. */
@ApplicationScoped
class Portfolios {

    private static final String SELECT = """
            select p.id, p.sender_ids, p.messaging_limit, coalesce(w.used, 0) as used, coalesce(w.reserved_share, 0) as reserved_share,
              coalesce(w.exempt_open_windows, false) as exempt_open_windows,
              (select min(minute) from portfolio_minute m where m.portfolio_id = p.id and m.n > 0 and m.minute > w.horizon) as oldest
            from (
              select coalesce(portfolio_id, waba_id) as id, array_agg(id order by id) as sender_ids, min(messaging_limit) as messaging_limit
              from sender group by 1) as p
            left join portfolio_window w on w.portfolio_id = p.id
            where $1::text is null or p.id = $1
            order by p.id
            """;

    private static final String PATCH = """
            insert into portfolio_window (portfolio_id, reserved_share, exempt_open_windows)
            select $1, coalesce($2::double precision, 0), coalesce($3::boolean, false)
            where exists (select from sender where coalesce(portfolio_id, waba_id) = $1)
            on conflict (portfolio_id) do update set
              reserved_share = coalesce($2::double precision, portfolio_window.reserved_share),
              exempt_open_windows = coalesce($3::boolean, portfolio_window.exempt_open_windows)
            """;

    private final Sql sql;

    Portfolios(Sql sql) {
        this.sql = sql;
    }

    Uni<List<PortfolioView>> all() {
        return sql.rows(SELECT, Portfolios::view, (Object) null);
    }

    /** Null if there is none. */
    Uni<PortfolioView> byId(String id) {
        return sql.first(SELECT, Portfolios::view, id);
    }

    /** Does nothing where there is no such portfolio. */
    Uni<Void> patch(String id, PatchPortfolio patch) {
        return sql.run(PATCH, id, patch.reservedShare(), patch.exemptOpenWindows())
                .replaceWithVoid();
    }

    private static PortfolioView view(Row row) {
        Integer limit = row.getInteger("messaging_limit");
        double share = row.getDouble("reserved_share");
        long used = row.getLong("used");
        long reserved = limit == null ? 0 : (long) Math.floor(limit * share);
        return new PortfolioView(
                row.getString("id"),
                Arrays.asList(row.getArrayOfLongs("sender_ids")),
                limit,
                used,
                reserved,
                limit == null ? null : Math.max(0, limit - used - reserved),
                PortfolioWindow.leaves(row.getInteger("oldest")),
                share,
                row.getBoolean("exempt_open_windows"));
    }
}
