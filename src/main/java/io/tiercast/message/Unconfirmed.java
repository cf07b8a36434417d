package io.tiercast.message;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/** The messages that only a person can decide about: nobody will ever know whether they arrived. */
@ApplicationScoped
public class Unconfirmed {

    /** Our own code in the error catalogue: given up by a person. */
    private static final int GIVEN_UP = -1;

    private static final int AT_ONCE = 20_000;

    // Guarded by the state: evidence that came in the meantime wins.
    private static final String DECIDE =
            """
            with found as (
              select m.campaign_id, m.seq, m.error from message m where m.campaign_id = $1 and m.state = 4
              order by m.seq limit $4 for update
            ), moved as (
              update message m set state = $2, error = coalesce($3, m.error), t_failed = case when $2 = 9 then now() end
              from found where m.campaign_id = found.campaign_id and m.seq = found.seq
              returning m.campaign_id, m.seq, m.variant, m.attempt, 4 as old_state, m.state as new_state,
                found.error as old_error, m.error as new_error, null::smallint as old_reason, m.reason as new_reason,
            """ + TallySql.NO_MILESTONE + """
            ), queued as (
              insert into retry_queue (campaign_id, seq, due_at, tries)
              select campaign_id, seq, now(), attempt from moved where new_state = 2
              on conflict (campaign_id, seq) do update set due_at = excluded.due_at
            ), freed as (
              insert into window_change (campaign_id, seq) select campaign_id, seq from moved
            ),
            """ + TallySql.TALLIED + "select count(*)::integer as n from moved";

    private final Sql sql;

    public Unconfirmed(Sql sql) {
        this.sql = sql;
    }

    /** Puts them back into the queue; answers how many there were. Who did get the first gets a second one. */
    public Uni<Integer> sendAgain(long campaignId) {
        return decide(campaignId, MessageState.DEFERRED, null);
    }

    /** Counts them as failed; evidence that comes after all still heals them. */
    public Uni<Integer> giveUp(long campaignId) {
        return decide(campaignId, MessageState.FAILED, GIVEN_UP);
    }

    private Uni<Integer> decide(long campaignId, MessageState to, Integer error) {
        return sql.first(DECIDE, row -> row.getInteger("n"), campaignId, to.code(), error, AT_ONCE)
                .repeat()
                .whilst(n -> n == AT_ONCE)
                .collect()
                .in(() -> new int[1], (sum, n) -> sum[0] += n)
                .map(sum -> sum[0]);
    }
}
