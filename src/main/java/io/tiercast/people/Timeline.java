package io.tiercast.people;

import io.smallrye.mutiny.Uni;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** All that happened with one contact, newest first: each source gives its newest entries by an index, and they are merged. */
@ApplicationScoped
class Timeline {

    private static final int SAME_MOMENT = 1_000;

    // A place in the list is the moment in microseconds, and how many entries of that moment have been shown (all of a
    // page of line items may carry the same time). So each source reads on from that moment, with as many more.
    private static final String PAGE = """
            with entry as (
              (select coalesce(m.t_tried, m.t_accepted, r.frozen_at) as at, 'CAMPAIGN' as type, m.campaign_id::text as tie,
                 jsonb_build_object('campaignId', m.campaign_id, 'name', c.name, 'state', m.state, 'reason', m.reason, 'error', m.error,
                   'accepted', m.t_accepted, 'sent', m.t_sent, 'delivered', m.t_delivered, 'read', m.t_read, 'failed', m.t_failed) as part
               from message m join campaign_run r on r.campaign_id = m.campaign_id join campaign c on c.id = m.campaign_id
               where m.contact_id = $1 and coalesce(m.t_tried, m.t_accepted, r.frozen_at) <= $2
               order by at desc fetch first ($3) rows with ties)
              union all
              (select at, 'REPLY', wamid, jsonb_build_object('id', wamid, 'campaignId', campaign_id, 'type', type, 'text', body, 'payload', payload)
               from reply where contact_id = $1 and at <= $2 order by at desc fetch first ($3) rows with ties)
              union all
              (select recorded_at, 'CONSENT', id::text, jsonb_build_object('marketing', marketing, 'utility', utility, 'source', source,
                 'evidence', evidence, 'given', at)
               from consent_change where contact_id = $1 and recorded_at <= $2 order by recorded_at desc fetch first ($3) rows with ties)
              union all
              (select at, 'EVENT', name || properties::text, jsonb_build_object('name', name, 'properties', properties)
               from contact_event where contact_id = $1 and at <= $2 order by at desc fetch first ($3) rows with ties)
            ), placed as (
              select *, (extract(epoch from at) * 1000000)::bigint * 1000 + 999
                - least(row_number() over (partition by at order by type, tie), 999) as place
              from entry
            )
            select at, type, part, place from placed where place < $4 order by place desc limit $5
            """;

    private record Placed(long place, TimelineEntry entry) {}

    private final Sql sql;

    Timeline(Sql sql) {
        this.sql = sql;
    }

    Uni<Page<TimelineEntry>> of(long contactId, PageRequest request) {
        int limit = request.limit();
        long place = request.beforeId();
        int shown = SAME_MOMENT - (int) (place % SAME_MOMENT);
        return sql.rows(PAGE, Timeline::placed, contactId, moment(place), limit + 1 + shown, place, limit + 1)
                .map(rows -> Page.of(rows, limit, Placed::place))
                .map(page -> new Page<>(page.items().stream().map(Placed::entry).toList(), page.nextCursor()));
    }

    private static OffsetDateTime moment(long place) {
        return Instant.EPOCH.plus(place / SAME_MOMENT, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static Placed placed(Row row) {
        return new Placed(row.getLong("place"), TimelineEntry.of(row));
    }
}
