package io.tiercast.message;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** The queue of a campaign whose audience is stored: opened and shut, and emptied when the campaign ends early. */
@ApplicationScoped
public class CampaignQueue {

    // One probe of a key each: of a campaign just frozen the planner believes that it has a few rows, and would
    // go through all of them for each place.
    private static final String SKIP_REST =
            """
            with run as materialized (
              select campaign_id, next_seq, last_seq from campaign_run where campaign_id = $1 and not open for update
            ), due as materialized (
              select q.seq from retry_queue q join run on q.campaign_id = run.campaign_id limit $3
            ), ahead as (
              update campaign_run r set next_seq = least(run.next_seq + $3, run.last_seq + 1)
              from run where r.campaign_id = run.campaign_id and run.next_seq <= run.last_seq
              returning run.next_seq as first, r.next_seq as past
            ), taken as (
              select seq from due union all select generate_series(first, past - 1) from ahead
            ), found as (
              select run.campaign_id, taken.seq, m.state from run cross join taken cross join lateral (
                select state from message m
                where m.campaign_id = run.campaign_id and m.seq = taken.seq and m.state in (0, 2) offset 0) m
            ), moved as (
              update message m set state = 12, reason = $2 from found
              where m.campaign_id = found.campaign_id and m.seq = found.seq and m.state = found.state
              returning m.campaign_id, m.variant, found.state as old_state, m.state as new_state, m.error as old_error, m.error as new_error,
                null::smallint as old_reason, m.reason as new_reason,
            """ + TallySql.NO_MILESTONE + """
            ), dropped as (
              delete from retry_queue where campaign_id = $1 and seq in (select seq from due)
            ),
            """ + TallySql.TALLIED + "select count(*)::integer as n from taken";

    private static final String OPEN =
            "update campaign_run set open = true, stopped = null, opened_at = now() where campaign_id = $1 and not open";

    private static final String STATUS = "select sender_id, category, open, stopped, hours, stop_at,"
            + " next_seq > limit_seq and next_seq <= last_seq as rest_held,"
            + " (select min(due_at) from retry_queue q where q.campaign_id = r.campaign_id) as next_try"
            + " from campaign_run r where campaign_id = $1";

    private static final int SKIPPED_AT_ONCE = 20_000;

    private final Sql sql;

    public CampaignQueue(Sql sql) {
        this.sql = sql;
    }

    /**
     * Opens the queue: from now on the sender claims from it. What Meta had stopped may try again.
     *
     * @param transaction of the caller, who holds the campaign in a state in which it may send
     */
    public Uni<Void> open(SqlConnection transaction, long campaignId) {
        return transaction.preparedQuery(OPEN).execute(Tuple.of(campaignId)).replaceWithVoid();
    }

    /** Shuts the queue: what is not claimed by now is not sent. What is under way still finishes. */
    public Uni<Void> shut(long campaignId) {
        return sql.run("update campaign_run set open = false where campaign_id = $1 and open", campaignId)
                .replaceWithVoid();
    }

    /** How the queue stands; null before the audience is frozen. */
    public Uni<RunStatus> status(long campaignId) {
        return sql.first(STATUS, RunStatus::of, campaignId);
    }

    /**
     * Skips a part of what a shut queue still holds, for the reason given.
     *
     * @return how many places of the queue were passed; 0 when nothing is left
     */
    public Uni<Integer> skipSome(long campaignId, SkipReason reason) {
        return sql.first(SKIP_REST, row -> row.getInteger("n"), campaignId, reason.code(), SKIPPED_AT_ONCE);
    }
}
