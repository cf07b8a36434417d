package io.tiercast.hook;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Reads what happened, a few seconds behind, and makes posts of it. The place up to which a source was read moves in the
 * transaction that stores the posts, so that each event is told, whatever happens in between.
 */
@ApplicationScoped
class HookReader {

    private static final Logger LOG = Logger.getLogger(HookReader.class);

    private static final int EVENTS_IN_A_POST = 500;

    /** So much of a source at once; it grows while the source is quiet, to catch up after a standstill. */
    private static final Duration SPAN = Duration.ofSeconds(5);

    private static final int QUIET = 20_000;

    // A row is stored with the time at which its transaction began: only before the oldest one that is under way all is
    // there. What takes longer than ten minutes is none of ours, and not waited for.
    private static final String READ = """
            with horizon as materialized (
              select least(now() - interval '1 s', min(xact_start)) as at from pg_stat_activity
              where datname = current_database() and backend_type = 'client backend' and xact_start > now() - interval '10 min'
            ), span as materialized (
              select since, wanted, case when wanted then least(since + $2::bigint * interval '1 s', h.at) else h.at end as until
              from webhook_cursor c cross join horizon h cross join lateral (
                select greatest(c.upto, min(enabled_at)) as since, coalesce(bool_or(events::text[] && $3::text[]), false) as wanted
                from webhook_endpoint where state = 'ENABLED') as w
              where c.source = $1 and c.upto < h.at
              for update of c skip locked
            ), passed as (
              update webhook_cursor c set upto = span.until from span where c.source = $1
            ), happened as (
            """;

    private static final String TOLD = """
            ), batched as (
              select e.id as endpoint_id, h.*, (row_number() over (partition by e.id order by h.stored_at, h.id) - 1) / $4::integer as batch
              from (select distinct on (id) * from happened order by id, stored_at) as h
              join webhook_endpoint e on e.state = 'ENABLED' and h.type = any(e.events::text[]) and e.enabled_at <= h.stored_at
            ), told as (
              insert into webhook_delivery (endpoint_id, events, body)
              select endpoint_id, count(*), jsonb_build_object('events', jsonb_agg(jsonb_build_object('id', id, 'type', type,
                'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'data', jsonb_strip_nulls(data)) order by stored_at, id))::text
              from batched group by endpoint_id, batch order by endpoint_id, batch
            )
            select count(*)::integer as n from happened
            """;

    private static final String SOMEBODY =
            "select exists (select from webhook_endpoint where state = 'ENABLED') as yes";

    private final Sql sql;
    private final Map<HookSource, Long> seconds = new EnumMap<>(HookSource.class);

    HookReader(Sql sql) {
        this.sql = sql;
    }

    @Scheduled(every = "1s", identity = "webhook-reader", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return sql.first(SOMEBODY, row -> row.getBoolean("yes"))
                .chain(yes -> yes ? readAll() : Uni.createFrom().voidItem());
    }

    private Uni<Void> readAll() {
        return Multi.createFrom()
                .items(HookSource.values())
                .onItem()
                .transformToUniAndConcatenate(this::readOn)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A source that fails does not hold up the others. */
    private Uni<Void> readOn(HookSource source) {
        return sql.first(
                        READ + source.happened() + TOLD,
                        row -> row.getInteger("n"),
                        source.name(),
                        seconds.getOrDefault(source, SPAN.toSeconds()),
                        source.types(),
                        EVENTS_IN_A_POST)
                .invoke(events -> adapt(source, events))
                .onFailure()
                .invoke(failure -> failed(source, failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** Perhaps it was too much at once. */
    private void failed(HookSource source, Throwable failure) {
        seconds.remove(source);
        LOG.warnf("What happened in %s could not be read: %s", source, failure.getMessage());
    }

    private void adapt(HookSource source, int events) {
        long now = seconds.getOrDefault(source, SPAN.toSeconds());
        seconds.put(
                source, events < QUIET ? Math.min(now * 2, Duration.ofDays(1).toSeconds()) : SPAN.toSeconds());
    }
}
