package io.tiercast.http;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;

/** The first answers to requests with an Idempotency-Key, kept for a day. */
@ApplicationScoped
class KeptAnswers {

    /**
     * What was found under a key.
     *
     * @param mine nothing; the caller has the key now
     * @param status null: the first request is still being worked on
     */
    record Found(boolean mine, String requestHash, Integer status, String location, String etag, String body) {}

    /** A request that is not answered after five minutes was lost with its node; its key is free again. */
    private static final String CLAIM = """
            with mine as (
                insert into idempotent_request as r (caller, path, key, request_hash) values ($1, $2, $3, $4)
                on conflict (caller, path, key) do update set request_hash = excluded.request_hash, status = null,
                    location = null, etag = null, body = null, created_at = now()
                where r.created_at < now() - interval '24 hours'
                    or (r.status is null and r.created_at < now() - interval '5 minutes')
                returning 1)
            select exists(select from mine) as mine, r.request_hash, r.status, r.location, r.etag, r.body
            from (select 1) one left join idempotent_request r on caller = $1 and path = $2 and key = $3""";

    private static final String KEEP = """
            update idempotent_request set status = $4, location = $5, etag = $6, body = $7
            where caller = $1 and path = $2 and key = $3""";

    private static final String FREE = "delete from idempotent_request where caller = $1 and path = $2 and key = $3";
    private static final String SWEEP = "delete from idempotent_request where created_at < now() - interval '24 hours'";

    private final Sql sql;

    KeptAnswers(Sql sql) {
        this.sql = sql;
    }

    Uni<Found> claim(IdempotencyKey key) {
        return sql.first(CLAIM, KeptAnswers::found, key.caller(), key.path(), key.key(), key.requestHash());
    }

    Uni<Void> keep(IdempotencyKey key, int status, String location, String etag, String body) {
        return sql.run(KEEP, key.caller(), key.path(), key.key(), status, location, etag, body)
                .replaceWithVoid();
    }

    Uni<Void> free(IdempotencyKey key) {
        return sql.run(FREE, key.caller(), key.path(), key.key()).replaceWithVoid();
    }

    @Scheduled(every = "1h", delayed = "1m")
    Uni<Void> sweep() {
        return sql.run(SWEEP).replaceWithVoid();
    }

    private static Found found(Row row) {
        return new Found(
                row.getBoolean("mine"),
                row.getString("request_hash"),
                row.getInteger("status"),
                row.getString("location"),
                row.getString("etag"),
                row.getString("body"));
    }
}
