package io.tiercast.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Looks callers up by their credential, anew for each request: what is revoked is refused at once. */
@ApplicationScoped
class Callers implements IdentityProvider<PresentedCredential> {

    private static final String BY_KEY = """
            select 'API key ' || name as name, scope from api_key where hash = $1 and revoked_at is null""";

    /** Moves seen_at at most once a minute, so that reading does not turn into writing. */
    private static final String BY_SESSION = """
            with live as (select s.* from user_session s
                where hash = $1 and seen_at > now() - make_interval(secs => $2)
                and created_at > now() - make_interval(secs => $3)),
            seen as (update user_session s set seen_at = now() from live
                where s.hash = live.hash and live.seen_at < now() - interval '1 minute')
            select u.username as name, 'ADMIN' as scope from live join app_user u on u.id = live.user_id""";

    private static final String USE_TOKEN = """
            with used as (delete from stream_token where hash = $1 returning *)
            select issuer_kind, issuer_hash from used where expires_at > now()""";

    private static final String LIVE = """
            select hash from api_key where hash = any($1) and revoked_at is null
            union all
            select hash from user_session where hash = any($1) and seen_at > now() - make_interval(secs => $2)
                and created_at > now() - make_interval(secs => $3)""";

    private final Sql sql;
    private final AccessSettings settings;
    private final FirstStart firstStart;

    Callers(Sql sql, AccessSettings settings, FirstStart firstStart) {
        this.sql = sql;
        this.settings = settings;
        this.firstStart = firstStart;
    }

    @Override
    public Class<PresentedCredential> getRequestType() {
        return PresentedCredential.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(PresentedCredential presented, AuthenticationRequestContext context) {
        return firstStart
                .done()
                .chain(() -> identity(presented.credential))
                .onItem()
                .ifNull()
                .failWith(AuthenticationFailedException::new);
    }

    private Uni<SecurityIdentity> identity(Credential credential) {
        return switch (credential.kind()) {
            case API_KEY, SESSION -> caller(credential).map(caller -> identity(caller, credential));
            case STREAM_TOKEN ->
                sql.first(USE_TOKEN, Callers::issuer, credential.hash()).chain(this::reader);
        };
    }

    /** A stream lives as long as the credential from which its token was issued. */
    private Uni<SecurityIdentity> reader(Credential issuer) {
        return issuer == null
                ? Uni.createFrom().nullItem()
                : caller(issuer).map(caller -> caller == null ? null : identity(caller.readOnly(), issuer));
    }

    private Uni<Caller> caller(Credential credential) {
        return credential.kind() == Credential.Kind.API_KEY
                ? sql.first(BY_KEY, Callers::caller, credential.hash())
                : sql.first(
                        BY_SESSION,
                        Callers::caller,
                        credential.hash(),
                        settings.session().idleSeconds(),
                        settings.session().lifetimeSeconds());
    }

    /** Those of the hashes whose credential still opens the door. */
    Uni<List<String>> live(String[] hashes) {
        return sql.rows(
                LIVE,
                row -> row.getString("hash"),
                hashes,
                settings.session().idleSeconds(),
                settings.session().lifetimeSeconds());
    }

    private static SecurityIdentity identity(Caller caller, Credential credential) {
        return caller == null ? null : caller.identity(credential);
    }

    private static Caller caller(Row row) {
        return new Caller(row.getString("name"), Scope.valueOf(row.getString("scope")));
    }

    private static Credential issuer(Row row) {
        return new Credential(Credential.Kind.valueOf(row.getString("issuer_kind")), row.getString("issuer_hash"));
    }
}
