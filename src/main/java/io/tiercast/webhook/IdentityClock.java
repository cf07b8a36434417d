package io.tiercast.webhook;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.tiercast.contact.IdentitySql;
import io.tiercast.contact.MarketingPreferences;
import io.tiercast.message.Engagements;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Learns from the log of statuses by what names Meta knows people, a few seconds behind: off the road of acknowledgement, once
 * for each message, and from where it stopped after a restart.
 */
@ApplicationScoped
class IdentityClock {

    /** So much of the log at once; it grows while the log is quiet, to catch up after a standstill. */
    private static final Duration SPAN = Duration.ofSeconds(5);

    private static final int QUIET = 20_000;

    // Five seconds behind, since a status is stored with the time at which its transaction began. Only one node works
    // at a time. The planner cannot know how short the span is and would read all contacts for it: the offsets make it
    // look them up.
    private static final String LEARN = """
            with span as materialized (
              select upto as since, least(upto + $1::bigint * interval '1 s', now() - interval '5 s') as until
              from identity_cursor where upto < now() - interval '6 s' for update skip locked
            ), passed as (
              update identity_cursor set upto = span.until from span
            ), named as materialized (
              select m.contact_id, l.wa_id, l.user_id
              from span join status_log l on l.at > span.since and l.at <= span.until and l.status = 7
              cross join lateral (select contact_id from message where campaign_id = l.campaign_id and seq = l.seq offset 0) as m
            ), seen as (
              select distinct on (name) name, contact_id from (
                select user_id as name, contact_id from named where user_id is not null
                union all
                select named.wa_id, c.id from named
                cross join lateral (select id from contact where id = named.contact_id and phone <> '+' || named.wa_id offset 0) as c
              ) as names order by name
            ),
            """ + IdentitySql.LEARNED + "select count(*)::integer as n from named";

    private final Sql sql;
    private final MarketingPreferences preferences;
    private final Engagements engagements;
    private long seconds = SPAN.toSeconds();

    IdentityClock(Sql sql, MarketingPreferences preferences, Engagements engagements) {
        this.sql = sql;
        this.preferences = preferences;
        this.engagements = engagements;
    }

    @Scheduled(every = "1s", identity = "identities", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return sql.first(LEARN, row -> row.getInteger("n"), seconds)
                .invoke(this::adapt)
                .chain(preferences::applyLate)
                .chain(engagements::optedOut);
    }

    private void adapt(int statuses) {
        seconds = statuses < QUIET ? Math.min(seconds * 2, Duration.ofDays(1).toSeconds()) : SPAN.toSeconds();
    }
}
