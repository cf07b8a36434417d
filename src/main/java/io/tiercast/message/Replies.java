package io.tiercast.message;

import io.smallrye.mutiny.Uni;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Keeps what people write, each with the campaign that it answers: by the message it names, else by the last one within three
 * days. Each person counts once for a campaign as having replied, and once as having clicked.
 */
@ApplicationScoped
public class Replies {

    // No index finds a message by Meta's id, which would cost each message sent. Where a person got one campaign only
    // there is nothing to find; else the log is asked about the person's messages, newest first, around the moment when
    // each was accepted.
    private static final String TIED = """
            said as (
              select said.contact_id, least(said.at, now()) as at, said.wamid, s.id as sender_id, said.type, said.body, said.payload, said.answered
              from unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
                as said(contact_id, at, wamid, phone_number_id, type, body, payload, answered)
              left join sender s on s.phone_number_id = said.phone_number_id
            ), tied as (
              select said.*, to_what.* from said left join lateral (
                (select campaign_id, seq, variant, true as answers
                 from (select *, count(*) over () as candidates from (
                   select campaign_id, seq, variant, t_accepted from message
                   where contact_id = said.contact_id and t_accepted < said.at + interval '5 min' and state not in (9, 12)
                   order by t_accepted desc limit 20) as sent) as sent
                 where said.answered is not null and (
                   candidates = 1 and t_accepted > said.at - interval '72 h'
                   or exists (
                     select from status_log l
                     where l.at between sent.t_accepted - interval '2 s' and sent.t_accepted + interval '10 s'
                       and l.campaign_id = sent.campaign_id and l.seq = sent.seq and l.wamid = said.answered))
                 limit 1)
                union all
                (select campaign_id, seq, variant, false from message
                 where contact_id = said.contact_id and state not in (9, 12)
                   and t_accepted > said.at - interval '72 h' and t_accepted < said.at + interval '5 min'
                 order by t_accepted desc limit 1)
                limit 1
              ) as to_what on true
            )
            """;

    private static final String KEEP = "with " + TIED + """
            , kept as (
              insert into reply (contact_id, at, wamid, sender_id, campaign_id, seq, answers, type, body, payload)
              select contact_id, at, wamid, sender_id, campaign_id, seq, answers, type, body, payload from tied order by contact_id, at, wamid
              on conflict do nothing
              returning contact_id, campaign_id, type
            ), did as (
              select distinct kept.campaign_id, kept.contact_id, kind
              from kept cross join lateral (values (1::smallint), (case when kept.type in ('button', 'interactive') then 3::smallint end)) as did(kind)
              where kept.campaign_id is not null and kind is not null
            ), counted as (
              insert into engagement (campaign_id, contact_id, kind)
              select campaign_id, contact_id, kind from did order by campaign_id, contact_id, kind
              on conflict do nothing
              returning campaign_id, contact_id, kind
            ), delta as (
              select campaign_id, variant, 'G'::"char" as kind, counted.kind::integer as key, count(*) as n
              from counted join (select distinct campaign_id, contact_id, variant from tied) as to_what using (campaign_id, contact_id)
              group by campaign_id, variant, counted.kind
              union all
              select distinct campaign_id, 0::smallint, 'V'::"char", 0, 1 from counted
            )
            insert into campaign_tally as tally (campaign_id, variant, kind, key, n)
            select campaign_id, variant, kind, key, n from delta order by campaign_id, variant, kind, key
            on conflict (campaign_id, variant, kind, key) do update set n = tally.n + excluded.n
            """;

    private static final String LIST =
            "select r.*, c.phone, c.name from reply r join contact c on c.id = r.contact_id where ";

    private static final String OF_CAMPAIGN = LIST + "r.campaign_id = $1 and r.id < $2 order by r.id desc limit $3";
    private static final String OF_CONTACT = LIST + "r.contact_id = $1 and r.id < $2 order by r.id desc limit $3";

    private record Listed(long id, ReplyView view) {}

    private final Sql sql;

    public Replies(Sql sql) {
        this.sql = sql;
    }

    /** What Meta tells twice is kept once. */
    public Uni<Void> keep(List<Reply> replies) {
        return replies.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.run(
                                KEEP,
                                column(replies, Long[]::new, Reply::contactId),
                                column(
                                        replies,
                                        OffsetDateTime[]::new,
                                        reply -> reply.at().atOffset(ZoneOffset.UTC)),
                                texts(replies, reply -> reply.wamid() == null ? "" : reply.wamid()),
                                texts(replies, Reply::phoneNumberId),
                                texts(replies, Reply::type),
                                texts(replies, Reply::text),
                                texts(replies, Reply::payload),
                                texts(replies, Reply::answered))
                        .replaceWithVoid();
    }

    /** The answers to a campaign, newest first. */
    public Uni<Page<ReplyView>> ofCampaign(long campaignId, PageRequest page) {
        return page(OF_CAMPAIGN, campaignId, page);
    }

    /** What a contact wrote, newest first. */
    public Uni<Page<ReplyView>> ofContact(long contactId, PageRequest page) {
        return page(OF_CONTACT, contactId, page);
    }

    private Uni<Page<ReplyView>> page(String select, long id, PageRequest request) {
        int limit = request.limit();
        return sql.rows(select, Replies::listed, id, request.beforeId(), limit + 1)
                .map(rows -> Page.of(rows, limit, Listed::id))
                .map(page -> new Page<>(page.items().stream().map(Listed::view).toList(), page.nextCursor()));
    }

    private static Listed listed(Row row) {
        return new Listed(row.getLong("id"), ReplyView.of(row));
    }

    private static String[] texts(List<Reply> replies, Function<Reply, String> value) {
        return column(replies, String[]::new, value);
    }

    private static <C> C[] column(List<Reply> replies, IntFunction<C[]> array, Function<Reply, ? extends C> value) {
        return replies.stream().map(value).toArray(array);
    }
}
