package io.tiercast.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** People coming in, staying, and leaving. */
@ApplicationScoped
class Sessions {

    /** @param id null where nobody was found */
    private record User(Long id, String passwordHash) {

        static final User NOBODY = new User(null, null);
    }

    private static final String USER = "select id, password_hash from app_user where username = $1";
    private static final String ONE_TIME = "select one_time from app_user where username = $1";
    private static final String OPEN = "insert into user_session (hash, user_id) values ($1, $2)";
    private static final String END = "delete from user_session where hash = $1";

    /** Whoever was in with the old password is out, but for this one. */
    private static final String CHANGE = """
            with others as (delete from user_session where user_id = $1 and hash <> $3)
            update app_user set password_hash = $2, one_time = false where id = $1""";

    private final Sql sql;
    private final FirstStart firstStart;
    private final Passwords passwords;
    private final LogInThrottle throttle;
    private final OpenStreams streams;

    Sessions(Sql sql, FirstStart firstStart, Passwords passwords, LogInThrottle throttle, OpenStreams streams) {
        this.sql = sql;
        this.firstStart = firstStart;
        this.passwords = passwords;
        this.throttle = throttle;
        this.streams = streams;
    }

    /** The new session's id; 401 if name or password are wrong, without saying which. */
    Uni<String> open(LogIn logIn, String address) {
        return firstStart.done().chain(() -> authenticate(logIn, address)).chain(user -> open(user));
    }

    Uni<Void> end(Credential credential) {
        return sql.run(END, credential.hash())
                .invoke(() -> streams.end(credential))
                .replaceWithVoid();
    }

    /** Whether this user should change the password. */
    Uni<Boolean> passwordChangeDue(String username) {
        return sql.first(ONE_TIME, row -> row.getBoolean("one_time"), username).map(Boolean.TRUE::equals);
    }

    Uni<Void> changePassword(SecurityIdentity caller, ChangePassword change, String address) {
        LogIn proof = new LogIn(caller.getPrincipal().getName(), change.current());
        return authenticate(proof, address)
                .chain(user -> changePassword(user, change.password(), Caller.credential(caller)));
    }

    private Uni<Void> changePassword(User user, String password, Credential credential) {
        return passwords
                .hash(password)
                .chain(hash -> sql.run(CHANGE, user.id(), hash, credential.hash()))
                .replaceWithVoid();
    }

    private Uni<User> authenticate(LogIn logIn, String address) {
        return throttle.attempt(logIn.username(), address)
                .chain(() -> sql.first(USER, Sessions::user, logIn.username()))
                .onItem()
                .ifNull()
                .continueWith(User.NOBODY)
                .call(user -> check(logIn.password(), user))
                .call(() -> throttle.forget(logIn.username(), address));
    }

    private Uni<Void> check(String password, User user) {
        return passwords
                .matches(password, user.passwordHash())
                .chain(right -> right
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .failure(Problems.of(
                                        401,
                                        "unauthorized",
                                        "Unauthorized",
                                        "Wrong user name or password",
                                        List.of())));
    }

    private Uni<String> open(User user) {
        String id = Secrets.create();
        return sql.run(OPEN, Secrets.hash(id), user.id()).map(opened -> id);
    }

    private static User user(Row row) {
        return new User(row.getLong("id"), row.getString("password_hash"));
    }
}
