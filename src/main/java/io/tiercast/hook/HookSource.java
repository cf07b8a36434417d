package io.tiercast.hook;

import static io.tiercast.hook.HookEvent.CAMPAIGN_STATE;
import static io.tiercast.hook.HookEvent.OPT_OUT;
import static io.tiercast.hook.HookEvent.RECIPIENT_DELIVERED;
import static io.tiercast.hook.HookEvent.RECIPIENT_EXPIRED;
import static io.tiercast.hook.HookEvent.RECIPIENT_FAILED;
import static io.tiercast.hook.HookEvent.RECIPIENT_READ;

import java.util.stream.Stream;

/**
 * A table that says what happened. Each gives {@code (stored_at, at, type, id, data)} of the rows stored within
 * {@code span(since, until, wanted)}; the id is the same however often a row is read.
 */
enum HookSource {
    CAMPAIGN("""
            select m.at as stored_at, m.at, 'CAMPAIGN_STATE' as type, 'campaign-state.' || m.id as id,
              jsonb_build_object('campaignId', m.campaign_id, 'name', c.name, 'externalId', c.external_id, 'previousState', m.before,
                'state', m.after, 'stateReason', m.reason, 'settled', m.settled) as data
            from span join campaign_move m on m.at >= since and m.at < until join campaign c on c.id = m.campaign_id
            where wanted
            """, CAMPAIGN_STATE),

    // By key, whatever the planner believes of tables that are filled this very minute.
    STATUS("""
            select l.at as stored_at, coalesce(l.meta_at, l.at) as at,
              case l.status when 9 then 'RECIPIENT_FAILED' when 10 then 'RECIPIENT_DELIVERED' else 'RECIPIENT_READ' end as type,
              concat_ws('.', 'recipient', l.campaign_id, l.seq, l.attempt, l.status) as id,
              jsonb_build_object('campaignId', l.campaign_id, 'contactId', m.contact_id, 'phone', c.phone, 'externalId', c.external_id,
                'messageId', l.wamid, 'attempt', l.attempt, 'errorCode', l.code, 'errorDetail', l.detail) as data
            from span join status_log l on l.at >= since and l.at < until and l.status in (9, 10, 11)
            cross join lateral (
              select contact_id, state from message m where m.campaign_id = l.campaign_id and m.seq = l.seq offset 0) m
            left join lateral (select phone, external_id from contact c where c.id = m.contact_id offset 0) c on true
            where wanted and (l.status <> 9 or m.state = 9)
            """, RECIPIENT_DELIVERED, RECIPIENT_READ, RECIPIENT_FAILED),

    // Meta says nothing of what expires, and we log no answer that was one try too many: so the failures are
    // told again, under the same ids.
    SETTLED("""
            select s.at as stored_at, coalesce(m.t_failed, s.at) as at,
              case m.state when 9 then 'RECIPIENT_FAILED' else 'RECIPIENT_EXPIRED' end as type,
              concat_ws('.', 'recipient', m.campaign_id, m.seq, m.attempt, m.state) as id,
              jsonb_build_object('campaignId', m.campaign_id, 'contactId', m.contact_id, 'phone', c.phone, 'externalId', c.external_id,
                'attempt', m.attempt, 'errorCode', m.error) as data
            from span join campaign_move s on s.at >= since and s.at < until and s.settled
            join message m on m.campaign_id = s.campaign_id and m.state in (8, 9)
            left join lateral (select phone, external_id from contact c where c.id = m.contact_id offset 0) c on true
            where wanted
            """, RECIPIENT_FAILED, RECIPIENT_EXPIRED),

    CONSENT("""
            select h.recorded_at as stored_at, coalesce(h.at, h.recorded_at) as at, 'OPT_OUT' as type, 'consent.' || h.id as id,
              jsonb_build_object('contactId', h.contact_id, 'phone', c.phone, 'externalId', c.external_id, 'marketing', h.marketing,
                'utility', h.utility, 'source', h.source) as data
            from span join consent_change h on h.recorded_at >= since and h.recorded_at < until join contact c on c.id = h.contact_id
            left join lateral (
              select marketing, utility from consent_change b where b.contact_id = h.contact_id and b.id < h.id
              order by b.id desc limit 1) b on true
            where wanted and (h.marketing = 'OPTED_OUT' and b.marketing is distinct from 'OPTED_OUT'
              or h.utility = 'OPTED_OUT' and b.utility is distinct from 'OPTED_OUT')
            """, OPT_OUT),

    REPLY("""
            select r.stored_at, r.at, 'REPLY' as type, 'reply.' || r.id as id,
              jsonb_build_object('contactId', r.contact_id, 'phone', c.phone, 'externalId', c.external_id, 'campaignId', r.campaign_id,
                'messageId', r.wamid, 'messageType', r.type, 'text', r.body, 'payload', r.payload) as data
            from span join reply r on r.stored_at >= since and r.stored_at < until join contact c on c.id = r.contact_id
            where wanted
            """, HookEvent.REPLY);

    private final String happened;
    private final HookEvent[] types;

    HookSource(String happened, HookEvent... types) {
        this.happened = happened;
        this.types = types;
    }

    String happened() {
        return happened;
    }

    String[] types() {
        return Stream.of(types).map(Enum::name).toArray(String[]::new);
    }
}
