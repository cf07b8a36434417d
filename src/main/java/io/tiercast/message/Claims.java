package io.tiercast.message;

import io.smallrye.mutiny.Uni;
import io.tiercast.sender.WindowSql;
import io.tiercast.sql.HotSql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Takes messages out of a campaign's queue to send them. One statement is the whole intent: it checks that the sender's lease
 * is still ours and the queue open, that the portfolio's 24 hours have room, advances the cursor, asks the contact's consent for
 * the last time, and writes the attempt down. If it does not commit, nothing is sent.
 *
 * <p>Room is needed by those only who are not in the 24 hours already and have no open service window. Who comes first gets it;
 * the first who does not fit ends the claim, so that nobody is passed over.
 */
@ApplicationScoped
public class Claims {

    // The window's row is locked before all else. Who had to wait for it sees the recipients as they were
    // before that: so who is new in the window is told by the rows written (prev), and the look beforehand can
    // only be too careful. The places in the retry queue are given up last, since those who record evidence
    // hold a message before its place. The lateral look-ups are one probe of a key each, whatever the planner
    // believes of a campaign that it has no statistics of: it took a frozen audience of 100,000 for one row and
    // read all of it for each claim, 8 s long.
    private static final String CLAIM =
            """
            with lease as materialized (
              select from sender_lease where sender_id = $1 and epoch = $2 for key share
            ), portfolio as materialized (
              select w.portfolio_id, w.horizon, w.exempt_open_windows, s.messaging_limit - w.used as room,
                floor(s.messaging_limit * w.reserved_share)::integer as reserved, extract(epoch from now())::integer / 60 as minute
              from sender s join portfolio_window w on w.portfolio_id = coalesce(s.portfolio_id, s.waba_id)
              where s.id = $1 and exists (select from lease)
              for update of w
            ), run as materialized (
              select campaign_id, category, next_seq, least(last_seq, limit_seq) as last_seq from campaign_run
              where campaign_id = $3 and sender_id = $1 and open and (stop_at is null or stop_at > now()) and exists (select from lease)
              for update
            ), due as materialized (
              select array(
                select q.seq from retry_queue q where q.campaign_id = (select campaign_id from run) and q.due_at <= now()
                order by q.due_at, q.seq limit $4) as seqs
            ), queue as (
              select q.seq, q.place, q.place <= cardinality(due.seqs) as again
              from run cross join due cross join lateral unnest(due.seqs
                || array(select generate_series(next_seq, least(next_seq + $4 - cardinality(due.seqs) - 1, last_seq)))) with ordinality as q(seq, place)
            ), looked as (
              select run.campaign_id, queue.seq, queue.place, queue.again, m.state, m.attempt, c.phone,
                case
                  when c.id is null then 10
                  when c.suppressed = 'ALL' or run.category = 'MARKETING' and c.suppressed is not null then 3
                  when run.category = 'MARKETING' and c.marketing_consent = 'UNKNOWN' then 2
                  when run.category = 'MARKETING' and c.marketing_consent <> 'OPTED_IN' then 1
                  when run.category <> 'MARKETING' and c.utility_consent = 'OPTED_OUT' then 1
                end::smallint as skip,
                room is not null and exists (
                  select from portfolio_recipient r
                  where r.portfolio_id = portfolio.portfolio_id and r.phone = c.phone and r.minute > portfolio.horizon offset 0) as inside,
                exempt_open_windows and exists (
                  select from service_window s
                  where s.sender_id = $1 and s.phone = c.phone and s.opened_at > now() - interval '23 h 55 min' offset 0) as exempt,
                room - case run.category when 'MARKETING' then reserved else 0 end as room
              from queue cross join run cross join portfolio
              left join lateral (
                select state, attempt, contact_id from message m
                where m.campaign_id = run.campaign_id and m.seq = queue.seq and m.state in (0, 2) offset 0) m on true
              left join lateral (
                select id, phone, marketing_consent, utility_consent, suppressed from contact c where c.id = m.contact_id offset 0) c on true
            ), admitted as materialized (
              select * from (
                select *, room is null or count(*) filter (where state is not null and skip is null and not inside and not exempt)
                  over (order by place) <= greatest(room, 0) as fits
                from looked) as judged
              where fits
            ), ahead as (
              update campaign_run r set next_seq = run.next_seq + passed
              from run, (select count(*)::integer as passed from admitted where not again) as counted
              where r.campaign_id = run.campaign_id and passed > 0
            ), moved as (
              update message m set
                state = case when a.skip is null then 1 else 12 end,
                attempt = m.attempt + case when a.skip is null then 1 else 0 end,
                reason = a.skip, t_tried = now()
              from (select * from admitted where state is not null order by seq) a
              where m.campaign_id = a.campaign_id and m.seq = a.seq and m.state = a.state and m.attempt = a.attempt
              returning m.campaign_id, m.seq, m.variant, m.attempt, a.phone, a.exempt, a.state as old_state, m.state as new_state,
                m.error as old_error, m.error as new_error, null::smallint as old_reason, m.reason as new_reason,
            """ + TallySql.NO_MILESTONE + """
            ), stamped as (
              insert into portfolio_recipient as r (portfolio_id, phone, minute)
              select portfolio.portfolio_id, moved.phone, portfolio.minute
              from moved cross join portfolio where moved.new_state = 1 and not moved.exempt order by moved.phone
              on conflict (portfolio_id, phone) do update set prev = r.minute, minute = greatest(r.minute, excluded.minute)
              returning r.minute, r.prev
            ),
            """ + WindowSql.COUNTED + """
            , taken as (
              delete from retry_queue where campaign_id = $3 and seq in (select seq from admitted where again)
            ),
            """ + TallySql.TALLIED + """
            select moved.seq, moved.attempt, moved.phone, param.params
            from moved left join lateral (
              select params from message_param p where p.campaign_id = moved.campaign_id and p.seq = moved.seq offset 0) param on true
            where moved.new_state = 1
            order by moved.seq
            """;

    private static final String[] NO_PARAMS = {};

    private final HotSql sql;

    public Claims(HotSql sql) {
        this.sql = sql;
    }

    /**
     * Claims up to {@code limit} messages of one campaign, those due for another try first. Fewer come back when the window is
     * full or people have opted out since the audience was frozen; none when the lease is lost, the queue shut, or nothing is
     * left.
     *
     * @param epoch the lease under which the caller sends
     */
    public Uni<List<Claim>> claim(long senderId, long epoch, long campaignId, int limit) {
        return sql.rows(CLAIM, row -> claim(campaignId, row), senderId, epoch, campaignId, limit);
    }

    private static Claim claim(long campaignId, Row row) {
        String[] params = row.getArrayOfStrings("params");
        return new Claim(
                new MessageKey(campaignId, row.getInteger("seq")),
                row.getInteger("attempt"),
                row.getString("phone"),
                params == null ? NO_PARAMS : params);
    }
}
