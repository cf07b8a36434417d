package io.tiercast.sender;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * The rolling 24 hours in which a portfolio may reach a limited number of people. A claim admits and stamps recipients in its
 * own statement; here they fall out again. Five minutes are added against a difference of clocks between Meta and us.
 */
@ApplicationScoped
public class PortfolioWindow {

    private static final Duration LENGTH = Duration.ofHours(24).plusMinutes(5);

    private static final String ENSURE = """
            insert into portfolio_window (portfolio_id)
            select coalesce(portfolio_id, waba_id) from sender where id = $1
            on conflict (portfolio_id) do nothing
            """;

    // Locks the window before its recipients, like a claim does.
    private static final String EXPIRE = """
            with held as materialized (select portfolio_id from portfolio_window order by portfolio_id for update),
            gone as (
              delete from portfolio_recipient r using held
              where r.portfolio_id = held.portfolio_id and r.minute <= extract(epoch from now())::bigint / 60 - $1
              returning r.portfolio_id
            )
            update portfolio_window w set used = w.used - n
            from (select portfolio_id, count(*)::integer as n from gone group by portfolio_id) as counted
            where w.portfolio_id = counted.portfolio_id
            """;

    private static final String LIMITS = """
            select s.messaging_limit, coalesce(s.throughput_own, s.throughput_meta) as throughput, coalesce(w.used, 0) as used,
              p.effective_per_second, p.limited_by,
              (select min(minute) from portfolio_recipient r where r.portfolio_id = w.portfolio_id) as oldest
            from sender s
            left join portfolio_window w on w.portfolio_id = coalesce(s.portfolio_id, s.waba_id)
            left join sender_pace p on p.sender_id = s.id and p.as_of > now() - interval '5 s'
            where s.id = $1
            """;

    private final Sql sql;

    public PortfolioWindow(Sql sql) {
        this.sql = sql;
    }

    /** To be called before the first claim for a sender. */
    public Uni<Void> ensure(long senderId) {
        return sql.run(ENSURE, senderId).replaceWithVoid();
    }

    /** How much a sender may still send; null if there is no such sender. */
    public Uni<SenderLimits> limits(long senderId) {
        return sql.first(
                LIMITS,
                row -> limits(
                        row.getInteger("messaging_limit"),
                        row.getLong("used"),
                        row.getInteger("oldest"),
                        row.getDouble("throughput"),
                        row.getDouble("effective_per_second"),
                        row.getString("limited_by")),
                senderId);
    }

    @Scheduled(every = "5s", identity = "portfolio-window", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> expire() {
        return sql.run(EXPIRE, LENGTH.toMinutes()).replaceWithVoid();
    }

    private static SenderLimits limits(
            Integer limit, long used, Integer oldest, double throughput, Double effective, String limitedBy) {
        Long remaining = limit == null ? null : Math.max(0, limit - used);
        LimitedBy pace = limitedBy == null ? LimitedBy.NONE : LimitedBy.valueOf(limitedBy);
        return new SenderLimits(
                limit,
                used,
                0,
                remaining,
                oldest == null ? null : Instant.ofEpochSecond(oldest * 60L).plus(LENGTH),
                throughput,
                effective == null ? throughput : effective,
                remaining != null && remaining == 0 ? LimitedBy.MESSAGING_LIMIT : pace);
    }
}
