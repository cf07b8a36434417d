package io.tiercast.security;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes what has run out. */
@ApplicationScoped
class Sweeper {

    private static final String SWEEP = """
            with sessions as (delete from user_session where seen_at < now() - make_interval(secs => $1)
                or created_at < now() - make_interval(secs => $2)),
            tokens as (delete from stream_token where expires_at < now())
            delete from login_attempt where at < now() - interval '15 minutes'""";

    private final Sql sql;
    private final AccessSettings settings;

    Sweeper(Sql sql, AccessSettings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    @Scheduled(every = "10m", delayed = "1m")
    Uni<Void> sweep() {
        AccessSettings.Session session = settings.session();
        return sql.run(SWEEP, session.idleSeconds(), session.lifetimeSeconds()).replaceWithVoid();
    }
}
