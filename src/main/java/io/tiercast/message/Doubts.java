package io.tiercast.message;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** The messages in doubt: what can be known of them, and the way out where evidence does not come. */
@ApplicationScoped
public class Doubts {

    /** Looked at in one round; the rest has its turn in the next. */
    private static final int AT_ONCE = 500;

    private static final String LOOK = """
            with doubt as (
              select i.campaign_id, i.seq, i.attempt, m.doubts, m.t_tried, r.sender_id, r.in_doubt, r.open
              from in_doubt i
              join message m on m.campaign_id = i.campaign_id and m.seq = i.seq and m.state = 3 and m.attempt = i.attempt
              join campaign_run r on r.campaign_id = i.campaign_id
              order by m.t_tried limit $2
            ), place as (
              select distinct sender_id, date_trunc('minute', t_tried) as minute from doubt
            ), around as (
              select place.sender_id, place.minute, count(*) as neighbours,
                count(*) filter (where m.t_sent is not null or m.t_delivered is not null or m.state in (9, 10, 11)) as answered,
                count(*) filter (where m.state = 5) as held
              from place
              join campaign_run r on r.sender_id = place.sender_id
              join status_log l on l.campaign_id = r.campaign_id and l.status in (5, 6)
                and l.at between place.minute - interval '5 min' and place.minute + interval '5 min'
              join message m on m.campaign_id = l.campaign_id and m.seq = l.seq
              group by 1, 2
            )
            select doubt.*, extract(epoch from now() - doubt.t_tried)::bigint as age,
              coalesce(neighbours, 0) as neighbours, coalesce(answered, 0) as answered, coalesce(held, 0) as held,
              exists (
                select from status_log l join campaign_run r on r.campaign_id = l.campaign_id and r.sender_id = doubt.sender_id
                where l.status >= 7 and l.at > doubt.t_tried + $1::bigint * interval '1 s') as heard_since
            from doubt left join around on around.sender_id = doubt.sender_id and around.minute = date_trunc('minute', doubt.t_tried)
            """;

    // Guarded by state and attempt: evidence that came in the meantime wins.
    private static final String LEAVE =
            """
            with found as (
              select m.campaign_id, m.seq from message m
              join unnest($1::bigint[], $2::integer[], $3::smallint[]) as d(campaign_id, seq, attempt)
                on m.campaign_id = d.campaign_id and m.seq = d.seq and m.attempt = d.attempt and m.state = 3
              order by m.campaign_id, m.seq for update of m
            ), moved as (
              update message m set state = $4 from found
              where m.campaign_id = found.campaign_id and m.seq = found.seq
              returning m.campaign_id, m.seq, m.variant, m.attempt, 3 as old_state, m.state as new_state,
                m.error as old_error, m.error as new_error, null::smallint as old_reason, m.reason as new_reason,
            """ + TallySql.NO_MILESTONE + """
            ), queued as (
              insert into retry_queue (campaign_id, seq, due_at, tries)
              select campaign_id, seq, now(), attempt from moved where new_state = 2
              on conflict (campaign_id, seq) do update set due_at = excluded.due_at
            ), freed as (
              insert into window_change (campaign_id, seq) select campaign_id, seq from moved where new_state = 2
            ), closed as (
              delete from in_doubt i using moved where i.campaign_id = moved.campaign_id and i.seq = moved.seq
            ),
            """ + TallySql.TALLIED + "select count(*)::integer as n from moved";

    private final Sql sql;

    public Doubts(Sql sql) {
        this.sql = sql;
    }

    /** The oldest messages in doubt. */
    public Uni<List<Doubt>> look(Duration leastAge) {
        return sql.rows(LOOK, Doubts::doubt, leastAge.toSeconds(), AT_ONCE);
    }

    /** Puts messages that provably did not arrive back into the queue; answers how many were still in doubt. */
    public Uni<Integer> sendAgain(List<Attempt> attempts) {
        return leave(attempts, MessageState.DEFERRED);
    }

    /** Leaves messages to a person's decision. */
    public Uni<Integer> leaveUnconfirmed(List<Attempt> attempts) {
        return leave(attempts, MessageState.UNCONFIRMED);
    }

    private Uni<Integer> leave(List<Attempt> attempts, MessageState to) {
        return attempts.isEmpty()
                ? Uni.createFrom().item(0)
                : sql.first(
                        LEAVE,
                        row -> row.getInteger("n"),
                        attempts.stream()
                                .map(attempt -> attempt.key().campaignId())
                                .toArray(Long[]::new),
                        attempts.stream().map(attempt -> attempt.key().seq()).toArray(Integer[]::new),
                        attempts.stream()
                                .map(attempt -> (short) attempt.number())
                                .toArray(Short[]::new),
                        to.code());
    }

    private static Doubt doubt(Row row) {
        MessageKey key = new MessageKey(row.getLong("campaign_id"), row.getInteger("seq"));
        return new Doubt(
                new Attempt(key, row.getInteger("attempt")),
                row.getInteger("doubts"),
                InDoubtPolicy.valueOf(row.getString("in_doubt")),
                row.getOffsetDateTime("t_tried").toInstant(),
                Duration.ofSeconds(row.getLong("age")),
                row.getBoolean("open"),
                row.getLong("neighbours"),
                row.getLong("answered"),
                row.getLong("held"),
                row.getBoolean("heard_since"));
    }
}
