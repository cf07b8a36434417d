package io.tiercast.security;

import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The keys by which programs come in. */
@ApplicationScoped
class ApiKeys {

    private static final String LIST =
            "select * from api_key where revoked_at is null and id < $1 order by id desc limit $2";

    private static final String CREATE =
            "insert into api_key (name, scope, hash, created_by) values ($1, $2, $3, $4) on conflict do nothing returning *";

    private static final String REVOKE =
            "update api_key set revoked_at = now() where id = $1 and revoked_at is null returning hash";

    private final Sql sql;
    private final OpenStreams streams;

    ApiKeys(Sql sql, OpenStreams streams) {
        this.sql = sql;
        this.streams = streams;
    }

    Uni<List<ApiKeyView>> list(long beforeId, int limit) {
        return sql.rows(LIST, ApiKeys::view, beforeId, limit);
    }

    Uni<NewApiKey> create(CreateApiKey wanted, String createdBy) {
        String key = "tc_" + Secrets.create();
        return sql.first(CREATE, ApiKeys::view, wanted.name(), wanted.scope().name(), Secrets.hash(key), createdBy)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.conflict("name-taken", "There is already a key of that name"))
                .map(view -> NewApiKey.of(view, key));
    }

    /** The key opens nothing more from the next request on, and its streams are closed. */
    Uni<Void> revoke(long id) {
        return sql.first(REVOKE, row -> new Credential(Credential.Kind.API_KEY, row.getString("hash")), id)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("API key", id))
                .invoke(streams::end)
                .replaceWithVoid();
    }

    private static ApiKeyView view(Row row) {
        return new ApiKeyView(
                row.getLong("id"),
                row.getString("name"),
                Scope.valueOf(row.getString("scope")),
                row.getBoolean("bootstrap"),
                row.getString("created_by"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
