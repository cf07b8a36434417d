package io.tiercast.message;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Takes messages out of a campaign's queue to send them. One statement is the whole intent: it checks that the sender's lease
 * is still ours and the queue open, that the portfolio's 24 hours have room, advances the cursor, asks the contact's consent for
 * the last time, and writes the attempt down. If it does not commit, nothing is sent. Recipients that are in the window already
 * would need no room; they are admitted like new ones, which can only leave room unused for a moment.
 */
@ApplicationScoped
public class Claims {

    private static final String CLAIM = """
            with lease as materialized (
              select from sender_lease where sender_id = $1 and epoch = $2 for share
            ), portfolio as materialized (
              select w.portfolio_id, s.messaging_limit - w.used as room
              from sender s join portfolio_window w on w.portfolio_id = coalesce(s.portfolio_id, s.waba_id)
              where s.id = $1 and exists (select from lease)
              for update of w
            ), room as materialized (
              select greatest(0, least($4, coalesce(room, $4))) as n from portfolio
            ), run as materialized (
              select campaign_id, category, next_seq, last_seq from campaign_run
              where campaign_id = $3 and sender_id = $1 and open and (stop_at is null or stop_at > now()) and exists (select from lease)
              for update
            ), due as (
              delete from retry_queue where (campaign_id, seq) in (
                select q.campaign_id, q.seq from retry_queue q join run on q.campaign_id = run.campaign_id
                where q.due_at <= now() order by q.due_at limit coalesce((select n from room), 0))
              returning seq
            ), ahead as (
              update campaign_run r set next_seq = least(run.next_seq + room.n - (select count(*) from due), run.last_seq + 1)
              from run, room where r.campaign_id = run.campaign_id and run.next_seq <= run.last_seq
              returning run.next_seq as first, r.next_seq as past
            ), taken as (
              select seq from due union all select generate_series(first, past - 1) from ahead
            ), picked as (
              select m.seq, m.state, m.attempt, c.phone,
                case
                  when c.id is null then 10
                  when run.category = 'MARKETING' and c.marketing_consent = 'UNKNOWN' then 2
                  when run.category = 'MARKETING' and c.marketing_consent <> 'OPTED_IN' then 1
                  when run.category <> 'MARKETING' and c.utility_consent = 'OPTED_OUT' then 1
                end::smallint as skip
              from taken cross join run
              join message m on m.campaign_id = $3 and m.seq = taken.seq and m.state in (0, 2)
              left join contact c on c.id = m.contact_id
            ), moved as (
              update message m set
                state = case when p.skip is null then 1 else 12 end,
                attempt = m.attempt + case when p.skip is null then 1 else 0 end,
                reason = p.skip, t_tried = now()
              from picked p where m.campaign_id = $3 and m.seq = p.seq
              returning m.campaign_id, m.seq, m.variant, m.attempt, p.phone, p.state as old_state, m.state as new_state,
                m.error as old_error, m.error as new_error, null::smallint as old_reason, m.reason as new_reason,
                0 as d_accepted, 0 as d_sent, 0 as d_delivered, 0 as d_read
            ), stamped as (
              insert into portfolio_recipient (portfolio_id, phone, minute)
              select portfolio.portfolio_id, moved.phone, extract(epoch from now())::bigint / 60
              from moved cross join portfolio where moved.new_state = 1 order by moved.phone
              on conflict (portfolio_id, phone) do update set minute = excluded.minute
              returning xmax = 0 as added
            ), used as (
              update portfolio_window w set used = w.used + added.n
              from portfolio, (select count(*)::integer as n from stamped where added) as added
              where w.portfolio_id = portfolio.portfolio_id and added.n > 0
            ),
            """ + TallySql.TALLIED + """
            select moved.seq, moved.attempt, moved.phone, param.params
            from moved left join message_param param on param.campaign_id = $3 and param.seq = moved.seq
            where moved.new_state = 1
            order by moved.seq
            """;

    private static final String[] NO_PARAMS = {};

    private final Sql sql;

    public Claims(Sql sql) {
        this.sql = sql;
    }

    /**
     * Claims up to {@code limit} messages of one campaign, those due for another try first. Fewer come back when people have
     * opted out since the audience was frozen; none when the lease is lost, the queue shut, or nothing is left.
     *
     * @param epoch the lease under which the caller sends
     */
    public Uni<List<Claim>> claim(long senderId, long epoch, long campaignId, int limit) {
        return sql.rows(
                CLAIM,
                row -> new Claim(
                        new MessageKey(campaignId, row.getInteger("seq")),
                        row.getInteger("attempt"),
                        row.getString("phone"),
                        row.getArrayOfStrings("params") == null ? NO_PARAMS : row.getArrayOfStrings("params")),
                senderId,
                epoch,
                campaignId,
                limit);
    }
}
