package io.tiercast.message;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** What there is to send, for those who send. */
@ApplicationScoped
public class OpenRuns {

    private static final String WAITING = """
            (r.next_seq <= least(r.last_seq, r.limit_seq)
              or exists (select from retry_queue q where q.campaign_id = r.campaign_id and q.due_at <= now()))
            """;

    // Also those whose owner died with claims in its hands, after the last claim or before a pause: only a new owner
    // finds them.
    private static final String SENDERS = """
            select r.sender_id from campaign_run r where r.open and\s""" + WAITING + """
            union
            select r.sender_id from campaign_run r
            where r.expires_at is not null and exists (
              select from campaign_tally t where t.campaign_id = r.campaign_id and t.kind = 'B' and t.key = 1 and t.n > 0)
            """;

    private static final String OF_SENDER = """
            select r.campaign_id, r.category, r.template, r.hours, r.stop_at,""" + WAITING + """
             as waiting
            from campaign_run r where r.sender_id = $1 and r.open
            order by r.category = 'MARKETING', r.campaign_id
            """;

    private static final String STOP = """
            update campaign_run set open = false, stopped = $2
            where campaign_id = $1 and open
            """;

    // Meta tells its failures again, and late. What was tried and failed before somebody opened a queue
    // says nothing of it; Meta's time is in whole seconds.
    private static final String FAILED = """
            with failed as (
              select greatest(max(m.t_tried), $3::timestamptz + interval '1 s') as at
              from unnest($4::integer[], $5::smallint[]) as k(seq, attempt) left join lateral (
                select t_tried from message m where m.campaign_id = $1 and m.seq = k.seq and m.attempt = k.attempt offset 0) m on true
            )
            update campaign_run r set open = false, stopped = $2 from failed where r.open and r.opened_at < failed.at
            """;

    private static final String STOP_FAILED = FAILED + "and r.campaign_id = $1";

    private static final String STOP_SENDER =
            FAILED + "and r.sender_id = (select sender_id from campaign_run where campaign_id = $1)";

    private final Sql sql;

    public OpenRuns(Sql sql) {
        this.sql = sql;
    }

    /** Senders with something to claim, or with claims under way. */
    public Uni<List<Long>> senders() {
        return sql.rows(SENDERS, row -> row.getLong("sender_id"));
    }

    /** The open queues of a sender, authentication and utility before marketing, older campaigns first. */
    public Uni<List<OpenRun>> of(long senderId) {
        return sql.rows(OF_SENDER, OpenRuns::run, senderId);
    }

    /** Shuts one queue because Meta will not take its messages; the campaign finds the reason and shows it. */
    public Uni<Integer> stopCampaign(long campaignId, StopReason reason) {
        return sql.run(STOP, campaignId, reason.json());
    }

    /**
     * Shuts a queue unless it was opened after its messages had failed.
     *
     * @param failures of this campaign
     */
    Uni<Integer> stopCampaign(long campaignId, StopReason reason, List<Verdict> failures) {
        return stop(STOP_FAILED, campaignId, reason, failures);
    }

    /** Shuts all queues of the sender of a campaign, since Meta does not let it send; but those that were opened after. */
    Uni<Integer> stopSenderOf(long campaignId, StopReason reason, List<Verdict> failures) {
        return stop(STOP_SENDER, campaignId, reason, failures);
    }

    private Uni<Integer> stop(String statement, long campaignId, StopReason reason, List<Verdict> failures) {
        return sql.run(
                statement,
                campaignId,
                reason.json(),
                Verdict.last(failures).atOffset(ZoneOffset.UTC),
                failures.stream().map(one -> one.advance().key().seq()).toArray(Integer[]::new),
                failures.stream().map(one -> (short) one.advance().attempt()).toArray(Short[]::new));
    }

    private static OpenRun run(Row row) {
        OffsetDateTime stopAt = row.getOffsetDateTime("stop_at");
        return new OpenRun(
                row.getLong("campaign_id"),
                row.getString("category"),
                row.getJsonObject("template"),
                row.getJsonObject("hours"),
                stopAt == null ? null : stopAt.toInstant(),
                row.getBoolean("waiting"));
    }
}
