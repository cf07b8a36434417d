package io.tiercast.sandbox;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;

/** The knobs and the access token, kept in the database and read once. */
@ApplicationScoped
public class Setup {

    private final Sql sql;
    private volatile Knobs knobs = Knobs.DEFAULT;
    private volatile String accessToken;

    Setup(Sql sql) {
        this.sql = sql;
    }

    /** The token with which the sandbox's numbers are used. */
    public Uni<String> accessToken() {
        return loaded().map(done -> accessToken);
    }

    /** Read by each caller until it is there: a shared pending read would go on in the context of whoever came first. */
    Uni<Void> loaded() {
        return accessToken == null ? load() : Uni.createFrom().voidItem();
    }

    Knobs knobs() {
        return knobs;
    }

    boolean isToken(String token) {
        return token.equals(accessToken);
    }

    Uni<Void> save(Knobs wanted) {
        return loaded().chain(() -> sql.run("update sandbox_setup set knobs = $1", JsonObject.mapFrom(wanted)))
                .invoke(() -> knobs = wanted)
                .replaceWithVoid();
    }

    private Uni<Void> load() {
        return sql.first("select access_token, knobs from sandbox_setup", row -> row)
                .invoke(this::take)
                .replaceWithVoid();
    }

    /** Only once: a slower second read must not undo what was turned meanwhile. */
    private synchronized void take(Row row) {
        if (accessToken != null) {
            return;
        }
        JsonObject kept = row.getJsonObject("knobs");
        knobs = kept == null ? Knobs.DEFAULT : kept.mapTo(Knobs.class);
        accessToken = row.getString("access_token");
    }
}
