package io.tiercast.dispatch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.meta.FakeGraph;
import io.tiercast.sql.Sql;
import io.tiercast.webhook.Business;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FakeGraph.class)
class LostReleaseTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    @Inject
    Sql sql;

    @Inject
    SenderLoops loops;

    @AfterEach
    void leasesCanBeReleased() {
        run("drop trigger if exists no_release on sender_lease");
        run("drop function if exists no_release()");
    }

    @Test
    void aNumberWhoseLeaseCouldNotBeReleasedIsSentForAgain() {
        List<Long> sender = List.of(new Business().senderId);
        loops.openMissing(sender).await().atMost(SOON);
        long before = epoch(sender);
        run(
                "create function no_release() returns trigger language plpgsql as $$ begin raise 'the line is cut'; end $$");
        run("create trigger no_release before update on sender_lease for each row when (new.expires_at <= now())"
                + " execute function no_release()");
        loops.closeAll().await().atMost(SOON);
        leasesCanBeReleased();
        run("update sender_lease set expires_at = now() where sender_id = " + sender.get(0));
        loops.openMissing(sender).await().atMost(SOON);

        assertTrue(epoch(sender) > before);
    }

    private long epoch(List<Long> sender) {
        return sql.first(
                        "select epoch from sender_lease where sender_id = $1",
                        row -> row.getLong("epoch"),
                        sender.get(0))
                .await()
                .atMost(SOON);
    }

    private void run(String statement) {
        sql.run(statement).await().atMost(SOON);
    }
}
