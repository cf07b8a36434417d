package io.tiercast.message;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Ends the waiting for messages that Meta gave up to deliver: it says nothing when their time to live has run out. Five minutes
 * are added, for reports under way. A campaign is looked at only when its oldest open message may have expired.
 */
@ApplicationScoped
public class TimeToLive {

    private static final String DUE =
            "select campaign_id from campaign_run where expires_at <= now() order by expires_at";

    private static final String EXPIRE =
            """
            with found as (
              select m.campaign_id, m.seq, m.state from message m join campaign_run r on r.campaign_id = m.campaign_id
              where m.campaign_id = $1 and m.state in (5, 6, 7) and m.t_tried < now() - (r.ttl_seconds + 300) * interval '1 s'
              order by m.seq limit $2 for update of m
            ), moved as (
              update message m set state = 8 from found
              where m.campaign_id = found.campaign_id and m.seq = found.seq
              returning m.campaign_id, m.seq, m.variant, found.state as old_state, m.state as new_state,
                m.error as old_error, m.error as new_error, null::smallint as old_reason, m.reason as new_reason,
            """ + TallySql.NO_MILESTONE + """
            ),
            """ + TallySql.TALLIED + "select count(*)::integer as n from moved";

    // What is not sent yet has its whole time before it.
    private static final String LOOK_AGAIN = """
            update campaign_run r set expires_at = (
              select min(coalesce(m.t_tried, now())) from message m where m.campaign_id = r.campaign_id and m.state < 8
            ) + (r.ttl_seconds + 300) * interval '1 s'
            where campaign_id = $1
            """;

    private static final int AT_ONCE = 20_000;

    private final Sql sql;

    public TimeToLive(Sql sql) {
        this.sql = sql;
    }

    /** Ends what has run out by now. */
    @Scheduled(every = "30s", identity = "time-to-live", concurrentExecution = ConcurrentExecution.SKIP)
    public Uni<Void> round() {
        return sql.rows(DUE, row -> row.getLong("campaign_id"))
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(this::expire)
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Integer> expire(long campaignId) {
        return sql.first(EXPIRE, row -> row.getInteger("n"), campaignId, AT_ONCE)
                .repeat()
                .whilst(n -> n == AT_ONCE)
                .collect()
                .last()
                .chain(() -> sql.run(LOOK_AGAIN, campaignId));
    }
}
