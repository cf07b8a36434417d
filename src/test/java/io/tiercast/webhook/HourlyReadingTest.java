package io.tiercast.webhook;

import static io.tiercast.webhook.Business.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.boot.Waiting;
import io.tiercast.meta.FakeGraph;
import io.tiercast.sql.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What no webhook told is seen all the same. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class HourlyReadingTest extends BusinessFixture {

    @Inject
    Sql sql;

    @Test
    void aNumberThatTurnsRedWithoutAWebhookIsSeenWithinTheHour() {
        business.number("n" + business.wabaId, "RED", "STANDARD", "TIER_10K");
        assertEquals("GREEN", business.sender().getString("quality"));
        anHourPasses(business.senderId);

        Waiting.until(
                "the quality that Meta gives it",
                Duration.ofSeconds(20),
                () -> business.sender().getString("quality").equals("RED"));
        assertEquals(10_000, business.sender().getInt("messagingLimit"));
        assertEquals(0, due(business.senderId));
    }

    @Test
    void aNumberThatCannotBeReadWaitsForTheNextHourAndHoldsUpNoOther() {
        business.number("m" + business.wabaId, "GREEN", "STANDARD", "TIER_2K");
        long second = business.addNumber("m" + business.wabaId);
        FakeGraph.refusesOnce("n" + business.wabaId, 2);
        business.number("m" + business.wabaId, "YELLOW", "STANDARD", "TIER_2K");
        anHourPasses(business.senderId);
        anHourPasses(second);

        Waiting.until(
                "the quality of the other number",
                Duration.ofSeconds(20),
                () -> get("/senders/" + second).getString("quality").equals("YELLOW"));
        assertEquals(0, due(business.senderId));
        assertEquals("GREEN", business.sender().getString("quality"));
    }

    private void anHourPasses(long senderId) {
        sql.run("update sender set read_next_at = now() - interval '1 s' where id = $1", senderId)
                .await()
                .atMost(Duration.ofSeconds(5));
    }

    /** How many turns of it are over. */
    private long due(long senderId) {
        return sql.first(
                        "select count(*) from sender where id = $1 and read_next_at <= now()",
                        row -> row.getLong(0),
                        senderId)
                .await()
                .atMost(Duration.ofSeconds(5));
    }
}
