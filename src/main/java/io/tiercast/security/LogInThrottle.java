package io.tiercast.security;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Slows down guessing. An attempt counts before its password is looked at, so that many at once gain nothing, and is forgotten if
 * the password was right. In a quarter of an hour: 5 for a user from one address, 50 from an address, 100 for a user.
 */
@ApplicationScoped
class LogInThrottle {

    // Whoever tries at the same time with the same name or from the same address waits: none would see the other's
    // attempt. Always
    // in the order of the keys.
    private static final String LOCK = """
            select pg_advisory_xact_lock(23, key)
            from (select distinct hashtext(mark) as key from unnest(array['user ' || $1::text, 'address ' || $2::text]) as mark order by 1) as keys
            """;

    private static final String ATTEMPT = """
            with recent as (
                select count(*) filter (where username = $1 and address = $2) as pair,
                    count(*) filter (where address = $2) as address,
                    count(*) filter (where username = $1) as username,
                    ceil(extract(epoch from coalesce(min(at), now()) + interval '15 minutes' - now()))::integer as seconds
                from login_attempt
                where at > now() - interval '15 minutes' and (username = $1 or address = $2)),
            attempt as (
                insert into login_attempt (username, address) select $1, $2 from recent
                where pair < 5 and recent.address < 50 and recent.username < 100
                returning id)
            select exists(select from attempt) as admitted, seconds from recent""";

    private static final String FORGET = "delete from login_attempt where username = $1 and address = $2";

    private final Sql sql;

    LogInThrottle(Sql sql) {
        this.sql = sql;
    }

    /** Counts an attempt, or refuses it with 429. */
    Uni<Void> attempt(String username, String address) {
        return sql.inTransaction(transaction -> run(transaction, LOCK, username, address)
                        .chain(() -> run(transaction, ATTEMPT, username, address)))
                .map(rows -> refusal(rows.iterator().next()))
                .chain(LogInThrottle::refuse);
    }

    private static Uni<RowSet<Row>> run(SqlConnection transaction, String statement, String username, String address) {
        return transaction.preparedQuery(statement).execute(Tuple.of(username, address));
    }

    /** The password was right. */
    Uni<Void> forget(String username, String address) {
        return sql.run(FORGET, username, address).replaceWithVoid();
    }

    private static Uni<Void> refuse(List<HttpProblem> refusal) {
        return refusal.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(refusal.get(0));
    }

    private static List<HttpProblem> refusal(Row row) {
        if (row.getBoolean("admitted")) {
            return List.of();
        }
        HttpProblem tooMany = Problems.of(
                429, "too-many-attempts", "Too many attempts", "Too many failed log-ins; please wait", List.of());
        return List.of(HttpProblem.builder(tooMany)
                .withHeader("Retry-After", row.getInteger("seconds"))
                .build());
    }
}
