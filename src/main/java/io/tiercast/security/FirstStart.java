package io.tiercast.security;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Makes the first key and the first user. It runs beside the start, and whoever comes in before it is done waits for it, so that
 * the start need not.
 */
@ApplicationScoped
class FirstStart {

    private static final Logger LOG = Logger.getLogger(FirstStart.class);

    /** A bootstrap key that was changed in the configuration goes; one that was revoked stays revoked. */
    private static final String BOOTSTRAP_KEY = """
            with changed as (delete from api_key where bootstrap and hash <> $1)
            insert into api_key (name, scope, hash, bootstrap, created_by) values ('bootstrap', 'ADMIN', $1, true, 'configuration')
            on conflict (hash) do nothing""";

    private static final String ANY_USER = "select 1 as one from app_user limit 1";

    private static final String FIRST_USER =
            "insert into app_user (username, password_hash, one_time) values ('admin', $1, $2) on conflict do nothing";

    private final Sql sql;
    private final Passwords passwords;
    private final AccessSettings settings;
    private final Uni<Void> done;
    private volatile boolean ready;

    FirstStart(Sql sql, Passwords passwords, AccessSettings settings) {
        this.sql = sql;
        this.passwords = passwords;
        this.settings = settings;
        this.done = Uni.createFrom()
                .deferred(() -> key().chain(() -> user()))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(5))
                .indefinitely()
                .memoize()
                .indefinitely();
    }

    /**
     * Completes once the first key and the first user exist, in the caller's own context: a request that waits must go on where its
     * identity and its scope are.
     */
    Uni<Void> done() {
        Context here = Vertx.currentContext();
        return ready || here == null ? done : done.emitOn(task -> here.runOnContext(hop -> task.run()));
    }

    void onStart(@Observes StartupEvent start) {
        done.subscribe().with(done -> ready = true);
    }

    private Uni<Void> key() {
        return settings.bootstrapApiKey()
                .map(key -> sql.run(BOOTSTRAP_KEY, Secrets.hash(key)).replaceWithVoid())
                .orElseGet(Uni.createFrom()::voidItem);
    }

    private Uni<Void> user() {
        return sql.first(ANY_USER, row -> true)
                .chain(exists -> exists == null ? firstUser() : Uni.createFrom().voidItem());
    }

    private Uni<Void> firstUser() {
        boolean oneTime = settings.adminPassword().isEmpty();
        String password = settings.adminPassword().orElseGet(() -> Secrets.text(12));
        return passwords
                .hash(password)
                .chain(hash -> sql.run(FIRST_USER, hash, oneTime))
                .invoke(created -> print(password, oneTime && created == 1))
                .replaceWithVoid();
    }

    /** The only place where a password is ever written, and only a generated one. */
    private static void print(String password, boolean generated) {
        if (generated) {
            LOG.warnf(
                    "First start: log in as \"admin\" with the one-time password %s (printed only this once)",
                    password);
        }
    }
}
