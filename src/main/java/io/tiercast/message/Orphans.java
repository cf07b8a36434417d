package io.tiercast.message;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Claims whose owner died: the request may or may not have left, so they are in doubt until evidence comes. Looked for by who
 * takes over a sender's lease, before its first claim. The scan is by key and happens only where the tally says there are some.
 */
@ApplicationScoped
public class Orphans {

    private static final String ADOPT =
            """
            with runs as (
              select r.campaign_id, r.next_seq from campaign_run r
              where r.sender_id = $1 and exists (
                select from campaign_tally t
                where t.campaign_id = r.campaign_id and t.kind = 'B' and t.key = 1 and t.n > 0)
            ), found as (
              select m.campaign_id, m.seq from runs
              join message m on m.campaign_id = runs.campaign_id and m.seq < runs.next_seq and m.state = 1
              order by m.campaign_id, m.seq for update of m
            ), moved as (
              update message m set state = 3, doubts = m.doubts + 1 from found
              where m.campaign_id = found.campaign_id and m.seq = found.seq
              returning m.campaign_id, m.seq, m.variant, m.attempt, 1 as old_state, m.state as new_state,
                m.error as old_error, m.error as new_error, null::smallint as old_reason, m.reason as new_reason,
            """ + TallySql.NO_MILESTONE + """
            ), doubted as (
              insert into in_doubt (campaign_id, seq, attempt, since)
              select campaign_id, seq, attempt, now() from moved
              on conflict (campaign_id, seq) do update set attempt = excluded.attempt, since = excluded.since
            ),
            """ + TallySql.TALLIED + "select count(*)::integer as n from moved";

    private final Sql sql;

    public Orphans(Sql sql) {
        this.sql = sql;
    }

    /** Puts a sender's left-over claims in doubt; answers how many there were. */
    public Uni<Integer> adopt(long senderId) {
        return sql.first(ADOPT, row -> row.getInteger("n"), senderId);
    }
}
