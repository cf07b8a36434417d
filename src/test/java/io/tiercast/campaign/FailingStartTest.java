package io.tiercast.campaign;

import static io.tiercast.webhook.Business.awaitState;
import static io.tiercast.webhook.Business.get;
import static io.tiercast.webhook.Business.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.boot.Waiting;
import io.tiercast.meta.FakeGraph;
import io.tiercast.sql.Sql;
import io.tiercast.webhook.Business;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An audience that the database does not take. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class FailingStartTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Sql sql;

    @AfterEach
    void takeEverybodyAgain() {
        run("drop trigger if exists take_nobody on message");
    }

    @Test
    void whoWaitsForAStartThatFailsIsToldWhyAndItStartsOnceItCan() {
        Business business = new Business();
        long campaign = business.draft("");
        run("""
            create or replace function take_nobody() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$""");
        run("create trigger take_nobody before insert on message for each row when (new.campaign_id = " + campaign
                + ") execute function take_nobody()");
        post("/campaigns/" + campaign + "/launch", "{}").statusCode(200);
        Waiting.until(
                "a reason",
                SOON,
                () -> "PREPARATION_FAILING".equals(get("/campaigns/" + campaign).getString("stateReason.code")));
        assertEquals("PREPARING", get("/campaigns/" + campaign).getString("state"));
        assertNotNull(get("/campaigns/" + campaign).getString("stateReason.action"));

        takeEverybodyAgain();
        awaitState(campaign, "WAITING");
    }

    private void run(String statement) {
        sql.run(statement).await().atMost(SOON);
    }
}
