package io.tiercast.message;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/** The messages in doubt: what can be known of them, and the way out where evidence does not come. */
@ApplicationScoped
public class Doubts {

    static final int AT_ONCE = 500;

    /** Doubts {@code i} with their message {@code m} and run {@code r}, each message by its key. */
    private static final String EACH = """
            from in_doubt i join campaign_run r on r.campaign_id = i.campaign_id left join sender s on s.id = r.sender_id cross join lateral (
              select m.doubts, m.t_tried from message m
              where m.campaign_id = i.campaign_id and m.seq = i.seq and m.state = 3 and m.attempt = i.attempt offset 0) m
            where (r.open and (r.in_doubt = 'RESEND_NOW' or m.t_tried <= now() - $1::bigint * interval '1 s')
              or s.echoes is false or m.t_tried <= now() - interval '24 h')
            """;

    private static final String PLACES =
            """
            select r.sender_id, date_trunc('minute', m.t_tried) as minute, max(m.t_tried) as youngest,
              extract(epoch from now() - max(m.t_tried))::bigint as age
            """ + EACH + "group by r.sender_id, date_trunc('minute', m.t_tried) order by minute, sender_id";

    // In the log, since no index on message mentions a time.
    private static final String AROUND = """
            with run as materialized (
              select campaign_id from campaign_run where sender_id = $1
            ), counted as materialized (
              select count(*) as accepted,
                count(*) filter (where m.t_sent is not null or m.t_delivered is not null or m.state in (9, 10, 11)) as answered,
                count(*) filter (where m.state = 5) as held
              from status_log l cross join lateral (
                select t_sent, t_delivered, state from message m where m.campaign_id = l.campaign_id and m.seq = l.seq offset 0) m
              where l.status in (5, 6) and l.campaign_id in (select campaign_id from run)
                and l.at between $2::timestamptz - interval '5 min' and $2::timestamptz + interval '5 min'
            )
            select counted.*, case when accepted < $4 then exists (
              select from status_log l
              where l.status >= 7 and l.campaign_id in (select campaign_id from run) and l.at > $3::timestamptz) else true end as heard_since
            from counted
            """;

    private static final String LOOK = """
            select i.campaign_id, i.seq, i.attempt, m.doubts, m.t_tried, r.in_doubt, r.open, s.echoes is not false as echoes,
              extract(epoch from now() - m.t_tried)::bigint as age
            """ + EACH + """
             and r.sender_id = $2 and date_trunc('minute', m.t_tried) = $3 and m.t_tried <= $4 and (i.campaign_id, i.seq) > ($5, $6)
            order by i.campaign_id, i.seq limit $7
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

    // Evidence that comes in the moment in which a doubt is written does not see its row yet.
    private static final String LEFTOVERS = """
            delete from in_doubt i where i.since < now() - interval '1 min' and not exists (
              select from message m where m.campaign_id = i.campaign_id and m.seq = i.seq and m.state = 3 offset 0)
            """;

    private final Sql sql;

    public Doubts(Sql sql) {
        this.sql = sql;
    }

    /**
     * Where there are messages in doubt about which something could be decided: those of queues that are open and old enough, those
     * of senders whose statuses prove nothing, or any after a day. The oldest first.
     *
     * @param leastAge before which silence proves nothing
     */
    public Uni<List<DoubtPlace>> places(Duration leastAge) {
        return sql.rows(PLACES, Doubts::place, leastAge.toSeconds());
    }

    /**
     * What Meta said about the messages around a place. Reads all that the number sent within ten minutes: to be asked once for
     * all messages there.
     *
     * @param enough neighbours prove something by themselves; only of fewer it is asked whether anything was heard since
     */
    public Uni<Neighbours> around(DoubtPlace place, Duration leastAge, int enough) {
        return sql.first(
                AROUND,
                row -> new Neighbours(
                        row.getLong("accepted"),
                        row.getLong("answered"),
                        row.getLong("held"),
                        row.getBoolean("heard_since")),
                place.senderId(),
                place.minute().atOffset(ZoneOffset.UTC),
                place.youngest().plus(leastAge).atOffset(ZoneOffset.UTC),
                (long) enough);
    }

    /**
     * Some of the messages in doubt at a place, in the order of their keys; all further ones come after the last of them.
     *
     * @param after the last that was looked at, or null
     */
    public Uni<List<Doubt>> look(DoubtPlace place, Neighbours around, Duration leastAge, MessageKey after) {
        return sql.rows(
                LOOK,
                row -> doubt(row, around),
                leastAge.toSeconds(),
                place.senderId(),
                place.minute().atOffset(ZoneOffset.UTC),
                place.youngest().atOffset(ZoneOffset.UTC),
                after == null ? 0L : after.campaignId(),
                after == null ? 0 : after.seq(),
                AT_ONCE);
    }

    /** Puts messages that provably did not arrive back into the queue; answers how many were still in doubt. */
    public Uni<Integer> sendAgain(List<Attempt> attempts) {
        return leave(attempts, MessageState.DEFERRED);
    }

    /** Leaves messages to a person's decision. */
    public Uni<Integer> leaveUnconfirmed(List<Attempt> attempts) {
        return leave(attempts, MessageState.UNCONFIRMED);
    }

    /** Rows of messages that are in doubt no more. */
    public Uni<Void> forgetLeftovers() {
        return sql.run(LEFTOVERS).replaceWithVoid();
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

    private static DoubtPlace place(Row row) {
        return new DoubtPlace(
                row.getLong("sender_id"),
                row.getOffsetDateTime("minute").toInstant(),
                row.getOffsetDateTime("youngest").toInstant(),
                Duration.ofSeconds(row.getLong("age")));
    }

    private static Doubt doubt(Row row, Neighbours around) {
        MessageKey key = new MessageKey(row.getLong("campaign_id"), row.getInteger("seq"));
        return new Doubt(
                new Attempt(key, row.getInteger("attempt")),
                row.getInteger("doubts"),
                InDoubtPolicy.valueOf(row.getString("in_doubt")),
                Duration.ofSeconds(row.getLong("age")),
                row.getBoolean("open"),
                row.getBoolean("echoes"),
                around);
    }
}
