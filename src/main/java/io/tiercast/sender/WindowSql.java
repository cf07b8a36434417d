package io.tiercast.sender;

/** Pieces of SQL of those who let people into a portfolio's 24 hours. */
public final class WindowSql {

    /**
     * Counts what was written by {@code stamped(minute, prev)}: an upsert of {@code portfolio_recipient}, for the portfolio in
     * {@code portfolio(portfolio_id, horizon)}, whose row in {@code portfolio_window} is locked. Who was inside already only
     * moves to another minute.
     */
    public static final String COUNTED = """
            shifted as (
              select minute, sum(n)::integer as n from (
                select stamped.minute, 1 as n from stamped
                union all
                select stamped.prev, -1 from stamped, portfolio where stamped.prev > portfolio.horizon) as shifts
              group by minute having sum(n) <> 0
            ), minutes as (
              insert into portfolio_minute as p (portfolio_id, minute, n)
              select portfolio.portfolio_id, shifted.minute, shifted.n from shifted cross join portfolio order by shifted.minute
              on conflict (portfolio_id, minute) do update set n = p.n + excluded.n
            ), used as (
              update portfolio_window w set used = w.used + added.n
              from portfolio, (select sum(n)::integer as n from shifted) as added
              where w.portfolio_id = portfolio.portfolio_id and added.n <> 0
            )
            """;

    private WindowSql() {}
}
