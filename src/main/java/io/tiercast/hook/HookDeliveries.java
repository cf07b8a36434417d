package io.tiercast.hook;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import io.tiercast.problem.Problems;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** The posts to endpoints: what waits, what is taken to be posted now, and what came of it. */
@ApplicationScoped
class HookDeliveries {

    /**
     * A post to be made now.
     *
     * @param attempts this one included
     * @param secret of its endpoint, encrypted
     */
    record Due(long id, long endpointId, String url, byte[] secret, String body, int attempts) {}

    private static final String PAGE = """
            select id, state, events, attempts, status, error, created_at, tried_at, due_at, finished_at from webhook_delivery
            where endpoint_id = $1 and id < $2 order by id desc limit $3
            """;

    private static final String TEST = """
            insert into webhook_delivery (endpoint_id, events, body)
            select id, 1, jsonb_build_object('events', jsonb_build_array(jsonb_build_object('id', 'test.' || gen_random_uuid(), 'type', 'TEST',
              'at', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'data', '{}'::jsonb)))::text
            from webhook_endpoint where id = $1 and state = 'ENABLED'
            returning *
            """;

    private static final String WAITING = """
            select distinct d.endpoint_id from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id
            where d.state = 'PENDING' and d.due_at <= now() and e.state = 'ENABLED'
            """;

    // One at a time while nothing gets through: that tells enough. A post whose node died is taken over after a minute.
    private static final String TAKE = """
            with endpoint as materialized (
              select id, url, secret, case when failing_since is null then $2::integer else 1 end as most
              from webhook_endpoint where id = $1 and state = 'ENABLED'
            ), taken as (
              update webhook_delivery set attempts = attempts + 1, tried_at = now(), due_at = now() + interval '1 min'
              where id in (
                select id from webhook_delivery where endpoint_id = (select id from endpoint) and state = 'PENDING' and due_at <= now()
                order by id limit (select most from endpoint) for update skip locked)
              returning id, body, attempts
            )
            select taken.id, taken.body, taken.attempts, endpoint.id as endpoint_id, url, secret from taken cross join endpoint order by taken.id
            """;

    private static final String DELIVERED = """
            with done as (
              update webhook_delivery set state = 'DELIVERED', body = null, status = $2, error = null, finished_at = now() where id = $1
              returning endpoint_id
            )
            update webhook_endpoint e set failing_since = null, version = version + 1
            from done where e.id = done.endpoint_id and failing_since is not null
            """;

    private static final String FAILED = """
            with failed as (
              update webhook_delivery set status = $2, error = $3,
                state = case when $4::bigint is null then 'FAILED' else state end,
                body = case when $4::bigint is null then null else body end,
                due_at = now() + coalesce($4::bigint, 0) * interval '1 ms',
                finished_at = case when $4::bigint is null then now() end
              where id = $1 and state = 'PENDING'
              returning endpoint_id
            ), judged as (
              select e.id, $5::boolean or e.failing_since < now() - interval '24 h' as dead
              from failed join webhook_endpoint e on e.id = failed.endpoint_id
            )
            update webhook_endpoint e set failing_since = coalesce(failing_since, now()), version = version + 1,
              state = case when dead then 'DISABLED' else state end,
              disabled_reason = case
                when $5::boolean then 'The endpoint answered 410: it is gone for good.'
                when dead then 'Nothing got through for a day; last: ' || $3 else disabled_reason end
            from judged where e.id = judged.id and e.state = 'ENABLED' and (dead or failing_since is null)
            """;

    private static final String GIVE_UP = """
            update webhook_delivery d set state = 'FAILED', body = null, finished_at = now(), error = coalesce(error, 'The endpoint is disabled')
            from webhook_endpoint e where e.id = d.endpoint_id and e.state = 'DISABLED' and d.state = 'PENDING'
            """;

    private static final String FORGET = "delete from webhook_delivery where finished_at < now() - interval '7 days'";

    private final Sql sql;

    HookDeliveries(Sql sql) {
        this.sql = sql;
    }

    Uni<Page<HookDeliveryView>> of(long endpointId, PageRequest page) {
        int limit = page.limit();
        return sql.first("select from webhook_endpoint where id = $1", row -> true, endpointId)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("webhook endpoint", endpointId))
                .chain(() -> sql.rows(PAGE, HookDeliveryView::of, endpointId, page.beforeId(), limit + 1))
                .map(rows -> Page.of(rows, limit, HookDeliveryView::id));
    }

    Uni<HookDeliveryView> test(long endpointId) {
        return sql.first(TEST, HookDeliveryView::of, endpointId)
                .onItem()
                .ifNull()
                .failWith(() ->
                        Problems.conflict("endpoint-disabled", "There is no enabled webhook endpoint " + endpointId));
    }

    /** The endpoints with something to post. */
    Uni<List<Long>> waiting() {
        return sql.rows(WAITING, row -> row.getLong("endpoint_id"));
    }

    /** Takes what is due, oldest first; nobody else takes it for a minute. */
    Uni<List<Due>> take(long endpointId, int most) {
        return sql.rows(TAKE, HookDeliveries::due, endpointId, most);
    }

    Uni<Void> delivered(Due post, int status) {
        return sql.run(DELIVERED, post.id(), status).replaceWithVoid();
    }

    /**
     * Tries it again later, for a day; an endpoint that let nothing through for so long is disabled.
     *
     * @param status of the answer; null: there was none
     * @param gone the endpoint says that it will never take anything again
     */
    Uni<Void> failed(Due post, Integer status, String error, boolean gone) {
        Long pause = Backoff.after(post.attempts()).map(Duration::toMillis).orElse(null);
        return sql.run(FAILED, post.id(), status, error, pause, gone).replaceWithVoid();
    }

    @Scheduled(every = "1m", identity = "webhook-deliveries")
    Uni<Void> tidy() {
        return sql.run(GIVE_UP).chain(() -> sql.run(FORGET)).replaceWithVoid();
    }

    private static Due due(Row row) {
        return new Due(
                row.getLong("id"),
                row.getLong("endpoint_id"),
                row.getString("url"),
                row.getBuffer("secret").getBytes(),
                row.getString("body"),
                row.getInteger("attempts"));
    }
}
