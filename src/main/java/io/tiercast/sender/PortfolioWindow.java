package io.tiercast.sender;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * The rolling 24 hours in which a portfolio may reach a limited number of people. A claim admits and stamps recipients in its
 * own statement; here they fall out again, are freed when their message failed, and are stamped anew when it was delivered late.
 * Five minutes are added against a difference of clocks between Meta and us.
 */
@ApplicationScoped
public class PortfolioWindow {

    private static final Duration LENGTH = Duration.ofHours(24).plusMinutes(5);

    private static final String ENSURE = """
            insert into portfolio_window (portfolio_id)
            select coalesce(portfolio_id, waba_id) from sender where id = $1
            on conflict (portfolio_id) do nothing
            """;

    // A statement of its own: only the next one sees what those wrote whom this one had to wait for.
    private static final String LOCK =
            "select from portfolio_window where horizon < extract(epoch from now())::integer / 60 - $1"
                    + " or exists (select from window_change) order by portfolio_id for update";

    private static final String FALL_OUT = """
            with passed as (
              select portfolio_id, extract(epoch from now())::integer / 60 - $1 as horizon from portfolio_window
            ), gone as (
              delete from portfolio_minute m using passed
              where m.portfolio_id = passed.portfolio_id and m.minute <= passed.horizon
              returning m.portfolio_id, m.n
            )
            update portfolio_window w set
              horizon = passed.horizon,
              used = used - coalesce((select sum(n) from gone where gone.portfolio_id = w.portfolio_id), 0)
            from passed where w.portfolio_id = passed.portfolio_id and w.horizon < passed.horizon
            """;

    // Looks at all messages to the person, so that one that failed does not free the place of another one that arrived.
    private static final String APPLY_CHANGES = """
            with change as (
              delete from window_change where id in (select id from window_change order by id limit 10000) returning campaign_id, seq
            ), person as (
              select distinct w.portfolio_id, w.horizon, m.contact_id, c.phone
              from change join message m on m.campaign_id = change.campaign_id and m.seq = change.seq
              join campaign_run r on r.campaign_id = m.campaign_id join sender s on s.id = r.sender_id
              join portfolio_window w on w.portfolio_id = coalesce(s.portfolio_id, s.waba_id)
              join contact c on c.id = m.contact_id
            ), counted as (
              select p.portfolio_id, p.horizon, p.phone,
                (select max(extract(epoch from greatest(m.t_tried, least(m.t_delivered, now())))::bigint / 60)::integer
                  from message m join campaign_run r on r.campaign_id = m.campaign_id join sender s on s.id = r.sender_id
                  where m.contact_id = p.contact_id and m.state in (1, 3, 4, 5, 6, 7, 10, 11)
                    and coalesce(s.portfolio_id, s.waba_id) = p.portfolio_id) as minute
              from person p
            ), compared as (
              select counted.portfolio_id, counted.phone,
                case when r.minute > horizon then r.minute end as old, case when counted.minute > horizon then counted.minute end as new
              from counted left join portfolio_recipient r on r.portfolio_id = counted.portfolio_id and r.phone = counted.phone
            ), freed as (
              delete from portfolio_recipient r using compared c
              where r.portfolio_id = c.portfolio_id and r.phone = c.phone and c.old is not null and c.new is null
            ), stamped as (
              insert into portfolio_recipient as r (portfolio_id, phone, minute)
              select portfolio_id, phone, new from compared where new is distinct from old and new is not null
              on conflict (portfolio_id, phone) do update set prev = r.minute, minute = excluded.minute
            ), shifted as (
              select portfolio_id, minute, sum(n)::integer as n from (
                select portfolio_id, old as minute, -1 as n from compared where old is not null
                union all
                select portfolio_id, new, 1 from compared where new is not null) as shifts
              group by portfolio_id, minute having sum(n) <> 0
            ), minutes as (
              insert into portfolio_minute as p (portfolio_id, minute, n) select portfolio_id, minute, n from shifted
              on conflict (portfolio_id, minute) do update set n = p.n + excluded.n
            )
            update portfolio_window w set used = used + added.n
            from (select portfolio_id, sum(n)::integer as n from shifted group by portfolio_id) as added
            where w.portfolio_id = added.portfolio_id and added.n <> 0
            """;

    // Those who fell out only leave the count; their rows go when it is quiet, a part at a time.
    private static final String SWEEP = """
            delete from portfolio_recipient where ctid = any(array(
              select r.ctid from portfolio_recipient r join portfolio_window w on w.portfolio_id = r.portfolio_id
              where r.minute <= w.horizon - 1440 limit 50000))
            """;

    private static final String LIMITS = """
            select s.messaging_limit, coalesce(s.throughput_own, s.throughput_meta) as throughput, coalesce(w.used, 0) as used,
              floor(s.messaging_limit * coalesce(w.reserved_share, 0))::bigint as reserved,
              p.effective_per_second, p.limited_by,
              (select min(minute) from portfolio_minute m where m.portfolio_id = w.portfolio_id and m.n > 0 and m.minute > w.horizon) as oldest,
              s.status <> 'CONNECTED'
                or s.restriction is not null and s.restriction ->> 'category' is null
                  and coalesce((s.restriction ->> 'until')::timestamptz, 'infinity') > now()
                or exists (
                  select from campaign c join campaign_run r on r.campaign_id = c.id where c.state = 'PAUSED' and r.sender_id = s.id)
                  and not exists (select from campaign_run r where r.sender_id = s.id and r.open) as paused
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
        return sql.first(LIMITS, PortfolioWindow::limits, senderId);
    }

    /** Brings the window up to date. Cheap when there is nothing to do: it locks nothing then. */
    @Scheduled(every = "1s", identity = "portfolio-window", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> settle() {
        return sql.inTransaction(transaction -> transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of((int) LENGTH.toMinutes()))
                .chain(locked -> locked.size() == 0 ? Uni.createFrom().voidItem() : settle(transaction)));
    }

    @Scheduled(every = "10m", identity = "portfolio-window-sweep")
    Uni<Void> sweep() {
        return sql.run(SWEEP).replaceWithVoid();
    }

    private static Uni<Void> settle(SqlConnection transaction) {
        return transaction
                .preparedQuery(FALL_OUT)
                .execute(Tuple.of((int) LENGTH.toMinutes()))
                .chain(() -> transaction.preparedQuery(APPLY_CHANGES).execute())
                .replaceWithVoid();
    }

    /** When those of a minute fall out; null if there are none. */
    static Instant leaves(Integer minute) {
        return minute == null ? null : Instant.ofEpochSecond(minute * 60L).plus(LENGTH);
    }

    private static SenderLimits limits(Row row) {
        Integer limit = row.getInteger("messaging_limit");
        long used = row.getLong("used");
        Long reserved = row.getLong("reserved");
        long kept = reserved == null ? 0 : reserved;
        Long remaining = limit == null ? null : Long.valueOf(Math.max(0, limit - used - kept));
        LimitedBy pace = pace(row);
        // Beyond what is reserved nothing moves unless something is sent that it is reserved for.
        Long room = limit == null || pace == LimitedBy.NONE ? remaining : Long.valueOf(Math.max(0, limit - used));
        double throughput = row.getDouble("throughput");
        Double effective = row.getDouble("effective_per_second");
        return new SenderLimits(
                limit,
                used,
                kept,
                remaining,
                leaves(row.getInteger("oldest")),
                throughput,
                effective == null ? throughput : effective,
                pace.within(room));
    }

    private static LimitedBy pace(Row row) {
        String said = row.getString("limited_by");
        if (row.getBoolean("paused")) {
            return LimitedBy.PAUSED;
        }
        return said == null ? LimitedBy.NONE : LimitedBy.valueOf(said);
    }
}
