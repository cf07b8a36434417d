package io.tiercast.message;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.sql.HotSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The one place that writes down what became of a message, whoever says so: the answer to our request or a status from Meta.
 * A status never lowers a message; doubled and disordered evidence changes nothing, since transitions of rows are counted and
 * not events.
 */
@ApplicationScoped
public class Deliveries {

    private static final String ADVANCE = """
            with logged as (
              insert into status_log (at, meta_at, campaign_id, seq, attempt, status, code, wamid, wa_id, user_id, pricing, detail)
              select now(), * from unnest($11::timestamptz[], $12::bigint[], $13::integer[], $14::smallint[], $15::smallint[],
                $16::integer[], $17::text[], $18::text[], $19::text[], $20::jsonb[], $21::text[])
            ), said as (
              select *, 1 << least(attempt - 1, 6) as bit from unnest($1::bigint[], $2::integer[], $3::smallint[], $4::smallint[], $5::integer[],
                $6::timestamptz[], $7::timestamptz[], $8::timestamptz[], $9::timestamptz[], $10::timestamptz[],
                $22::bigint[], $23::smallint[], $24::smallint[], $25::smallint[])
                as said(campaign_id, seq, attempt, state, error, t_accepted, t_sent, t_delivered, t_read, t_failed, pause, growth, retry_limit, most)
            ), found as (
              select m.campaign_id, m.seq, m.variant, m.attempt as last_attempt, m.state as old_state, m.error as old_error,
                m.reason as old_reason, m.tries as old_tries, m.doubts as old_doubts, m.arrived as old_arrived, m.t_tried,
                m.t_accepted as o_accepted, m.t_sent as o_sent, m.t_delivered as o_delivered, m.t_read as o_read, m.t_failed as o_failed,
                said.*
              from message m join said as said(c, s, attempt, said_state, said_error, s_accepted, s_sent, s_delivered, s_read, s_failed,
                  pause, growth, retry_limit, most, bit)
                on m.campaign_id = said.c and m.seq = said.s
              where said.attempt <= m.attempt
              order by m.campaign_id, m.seq
              for update of m
            ), decided as (
              select *,
                case
                  when said_state in (3, 5) then case when last_attempt = attempt and (old_state = 1 or said_state = 5 and old_state in (3, 4)) then said_state else old_state end
                  when said_state = 2 then case
                    when last_attempt <> attempt or old_state not in (1, 3, 4) and (s_accepted is null or old_state not in (5, 6, 7)) then old_state
                    when retry_limit = 2 and old_tries + 1 >= most then 9
                    when retry_limit = 3 and old_tries >= (select retry_days from campaign_run r where r.campaign_id = found.campaign_id) then 9
                    else 2 end
                  when said_state = 9 and attempt < last_attempt then old_state
                  when said_state < 9 and (old_arrived >> 8) & bit <> 0 then old_state
                  when old_state <= 5 or old_state = 12 then said_state
                  else greatest(old_state, said_state)
                end as new_state,
                case
                  when s_accepted is null then old_arrived
                  when s_failed is not null and s_delivered is null then old_arrived | bit | case when old_state < 10 then bit << 8 else 0 end
                  when s_delivered is not null then (old_arrived | bit) & ~(bit << 8)
                  else old_arrived | bit
                end as new_arrived
              from found
            ), moved as (
              update message m set
                state = d.new_state,
                error = case when d.new_state <> d.old_state then coalesce(d.said_error, d.old_error) else d.old_error end,
                reason = case when d.new_state = 12 then d.old_reason end,
                tries = d.old_tries + case when d.new_state <> d.old_state and d.said_state = 2 and d.retry_limit > 0 then 1 else 0 end,
                doubts = d.old_doubts + case when d.new_state <> d.old_state and d.said_state = 3 then 1 else 0 end,
                arrived = d.new_arrived,
                t_accepted = coalesce(d.o_accepted, d.s_accepted),
                t_sent = coalesce(d.o_sent, d.s_sent),
                t_delivered = coalesce(d.o_delivered, d.s_delivered),
                t_read = coalesce(d.o_read, d.s_read),
                t_failed = coalesce(d.o_failed, case when d.new_state = 9 then coalesce(d.s_failed, now()) end)
              from decided d
              where m.campaign_id = d.campaign_id and m.seq = d.seq
                and (d.new_state <> d.old_state or d.new_arrived <> d.old_arrived
                  or d.o_accepted is null and d.s_accepted is not null or d.o_sent is null and d.s_sent is not null
                  or d.o_delivered is null and d.s_delivered is not null or d.o_read is null and d.s_read is not null)
              returning m.campaign_id, m.seq, m.variant, m.attempt, d.old_state, d.new_state, d.old_error, m.error as new_error,
                d.old_reason, m.reason as new_reason, d.pause, d.growth, d.old_tries, d.t_tried, m.t_delivered,
                (d.o_accepted is null and m.t_accepted is not null)::integer as d_accepted,
                (d.o_sent is null and m.t_sent is not null)::integer as d_sent,
                (d.o_delivered is null and m.t_delivered is not null)::integer as d_delivered,
                (d.o_read is null and m.t_read is not null)::integer as d_read,
                case when d.new_arrived = d.old_arrived then 0 else
                  greatest(bit_count((d.new_arrived & 127 & ~(d.new_arrived >> 8))::bit(8)) - 1, 0)
                    - greatest(bit_count((d.old_arrived & 127 & ~(d.old_arrived >> 8))::bit(8)) - 1, 0) end as d_duplicate
            ), deferred as (
              insert into retry_queue (campaign_id, seq, due_at, tries)
              select campaign_id, seq, now() + interval '1 ms' * (waiting + random() * least(waiting / 2, 600000)), attempt
              from (select *, least(pause * power(growth, least(old_tries, 20)), greatest(pause, 900000)) as waiting from moved) as moved
              where new_state = 2 and old_state <> 2
              on conflict (campaign_id, seq) do update set due_at = excluded.due_at, tries = excluded.tries
            ), freed as (
              insert into window_change (campaign_id, seq)
              select campaign_id, seq from moved
              where new_state <> old_state and new_state in (2, 9) or d_delivered = 1 and t_delivered > t_tried + interval '1 min'
            ), resumed as (
              delete from retry_queue r using moved where moved.old_state = 2 and moved.new_state <> 2
                and r.campaign_id = moved.campaign_id and r.seq = moved.seq
            ), doubted as (
              insert into in_doubt (campaign_id, seq, attempt, since)
              select campaign_id, seq, attempt, now() from moved where new_state = 3 and old_state <> 3
              on conflict (campaign_id, seq) do update set attempt = excluded.attempt, since = excluded.since
            ), settled as (
              delete from in_doubt i using moved where moved.old_state in (3, 4) and moved.new_state not in (3, 4)
                and i.campaign_id = moved.campaign_id and i.seq = moved.seq
            ),
            """ + TallySql.TALLIED + "select count(*)::integer as n from moved";

    private final HotSql sql;

    public Deliveries(HotSql sql) {
        this.sql = sql;
    }

    /**
     * Writes a batch durably; when the answer is there, it is committed. Merged by message and sorted by key, so that all
     * writers lock in one order.
     *
     * @param evidence in any order, several of one message allowed
     * @param log the statuses as they came, kept for the record
     */
    public Uni<Void> advance(List<Advance> evidence, List<StatusEntry> log) {
        List<List<Advance>> rounds = rounds(evidence);
        if (rounds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(rounds)
                .onItem()
                .transformToUniAndConcatenate(round -> write(round, round == rounds.get(0) ? log : List.of()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** One list for almost every batch; evidence on a second attempt of the same message goes into a further one. */
    static List<List<Advance>> rounds(List<Advance> evidence) {
        Map<Integer, Map<MessageKey, Advance>> byAttempt = new TreeMap<>();
        for (Advance item : evidence) {
            byAttempt
                    .computeIfAbsent(item.attempt(), attempt -> new HashMap<>())
                    .merge(item.key(), item, Advance::merge);
        }
        return disjoint(byAttempt.values());
    }

    private static List<List<Advance>> disjoint(Iterable<Map<MessageKey, Advance>> attempts) {
        List<TreeMap<MessageKey, Advance>> rounds = new ArrayList<>();
        for (Map<MessageKey, Advance> attempt : attempts) {
            attempt.forEach((key, item) -> roundWithout(rounds, key).put(key, item));
        }
        return rounds.stream().map(round -> List.copyOf(round.values())).toList();
    }

    private static Map<MessageKey, Advance> roundWithout(List<TreeMap<MessageKey, Advance>> rounds, MessageKey key) {
        for (TreeMap<MessageKey, Advance> round : rounds) {
            if (!round.containsKey(key)) {
                return round;
            }
        }
        rounds.add(new TreeMap<>());
        return rounds.get(rounds.size() - 1);
    }

    private Uni<Integer> write(List<Advance> round, List<StatusEntry> log) {
        return sql.first(
                ADVANCE,
                row -> row.getInteger("n"),
                column(round, Long[]::new, item -> item.key().campaignId()),
                column(round, Integer[]::new, item -> item.key().seq()),
                column(round, Short[]::new, item -> (short) item.attempt()),
                column(round, Short[]::new, item -> item.state().code()),
                column(round, Integer[]::new, Advance::error),
                column(round, OffsetDateTime[]::new, item -> utc(item.acceptedAt())),
                column(round, OffsetDateTime[]::new, item -> utc(item.sentAt())),
                column(round, OffsetDateTime[]::new, item -> utc(item.deliveredAt())),
                column(round, OffsetDateTime[]::new, item -> utc(item.readAt())),
                column(round, OffsetDateTime[]::new, item -> utc(item.failedAt())),
                column(log, OffsetDateTime[]::new, item -> utc(item.metaAt())),
                column(log, Long[]::new, item -> item.key().campaignId()),
                column(log, Integer[]::new, item -> item.key().seq()),
                column(log, Short[]::new, item -> (short) item.attempt()),
                column(log, Short[]::new, item -> item.state().code()),
                column(log, Integer[]::new, StatusEntry::error),
                column(log, String[]::new, StatusEntry::wamid),
                column(log, String[]::new, StatusEntry::waId),
                column(log, String[]::new, StatusEntry::userId),
                column(log, Object[]::new, StatusEntry::pricing),
                column(log, String[]::new, StatusEntry::detail),
                column(
                        round,
                        Long[]::new,
                        item -> retry(item, retry -> retry.pause().toMillis())),
                column(round, Short[]::new, item -> retry(item, retry -> (short) retry.growth())),
                column(
                        round,
                        Short[]::new,
                        item -> retry(item, retry -> (short) retry.limit().ordinal())),
                column(round, Short[]::new, item -> retry(item, retry -> (short) retry.most())));
    }

    private static <T> T retry(Advance item, Function<Retry, T> value) {
        return item.retry() == null ? null : value.apply(item.retry());
    }

    private static <T, C> C[] column(
            List<T> rows, java.util.function.IntFunction<C[]> array, Function<T, ? extends C> value) {
        return rows.stream().map(value).toArray(array);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
