package io.tiercast.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LogInThrottleTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    LogInThrottle throttle;

    @Inject
    Sql sql;

    @BeforeEach
    void whoIsWrittenDownWaits() {
        run("""
            create or replace function wait_to_be_written() returns trigger language plpgsql as $$
            begin perform pg_advisory_xact_lock_shared(99, 1); return new; end $$""");
        run("""
            create or replace trigger waits before insert on login_attempt
            for each row execute function wait_to_be_written()""");
    }

    @AfterEach
    void nobodyWaitsAnyMore() {
        run("drop trigger waits on login_attempt");
    }

    /** Nobody can be written down for a while, so that all of them have looked before the first one is. */
    @Test
    void ofManyAttemptsAtTheSameTimeNoMoreAreAdmittedThanOneAfterTheOther() throws Exception {
        CompletableFuture<List<Boolean>> admitted = new CompletableFuture<>();
        sql.inTransaction(guard -> guard.query("select pg_advisory_xact_lock(99, 1)")
                        .execute()
                        .invoke(() -> attempts().subscribe().with(admitted::complete, admitted::completeExceptionally))
                        .chain(() -> severalWait(guard)))
                .await()
                .atMost(SOON);
        assertEquals(
                5,
                admitted.get(SOON.toSeconds(), TimeUnit.SECONDS).stream()
                        .filter(one -> one)
                        .count());
    }

    private Uni<List<Boolean>> attempts() {
        String user = UUID.randomUUID().toString();
        return Uni.join()
                .all(IntStream.range(0, 12)
                        .mapToObj(i -> throttle.attempt(user, "192.0.2.1")
                                .map(done -> true)
                                .onFailure()
                                .recoverWithItem(false))
                        .toList())
                .andFailFast();
    }

    private static Uni<Void> severalWait(SqlConnection guard) {
        return guard.query("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .repeat()
                .withDelay(Duration.ofMillis(20))
                .whilst(waiting -> waiting < 7)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private void run(String statement) {
        sql.run(statement).await().atMost(SOON);
    }
}
