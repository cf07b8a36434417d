package io.tiercast.campaign;

import static io.tiercast.campaign.Shop.api;
import static io.tiercast.campaign.Shop.awaitState;
import static io.tiercast.campaign.Shop.draft;
import static io.tiercast.campaign.Shop.get;
import static io.tiercast.campaign.Shop.groupOf;
import static io.tiercast.campaign.Shop.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.boot.Waiting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CampaignHistoryTest {

    @Test
    void theHistoryTellsWhatHappenedToACampaignAndWhoDidIt() {
        long campaign = draft(groupOf(3));
        post("/campaigns/" + campaign + "/launch").statusCode(200);
        awaitState(campaign, "COMPLETED");
        Waiting.until(
                "the campaign to settle",
                Duration.ofSeconds(60),
                () -> get("/campaigns/" + campaign).getString("settledAt") != null);

        assertEquals(
                List.of("SETTLED", "COMPLETED", "STARTED", "LAUNCHED"),
                get("/campaigns/" + campaign + "/events").getList("items.kind"));
        api().get("/api/v1/campaigns/" + campaign + "/events?limit=1")
                .then()
                .body("items[0].at", notNullValue())
                .body("items[0].campaignId", equalTo((int) campaign))
                .body("items[0].senderId", nullValue())
                .body("nextCursor", notNullValue());
        assertEquals(
                "API key bootstrap", get("/campaigns/" + campaign + "/events").getString("items[-1].detail.by"));
    }

    @Test
    void pauseResumeAndCancelAreInTheHistoryWithWhoDidIt() {
        long campaign = draft(groupOf(40));
        post("/campaigns/" + campaign + "/launch").statusCode(200);
        awaitState(campaign, "RUNNING");
        post("/campaigns/" + campaign + "/pause").statusCode(200);
        post("/campaigns/" + campaign + "/resume").statusCode(200);
        post("/campaigns/" + campaign + "/pause").statusCode(200);
        post("/campaigns/" + campaign + "/cancel").statusCode(200);
        awaitState(campaign, "CANCELLED");

        List<String> kinds = get("/campaigns/" + campaign + "/events?limit=200").getList("items.kind");
        assertEquals(
                List.of("CANCELLED", "CANCELLING", "PAUSED", "RESUMED", "PAUSED", "STARTED", "LAUNCHED"),
                kinds.stream().filter(kind -> !kind.equals("SETTLED")).toList());
        assertEquals(
                "Resumed by API key bootstrap.",
                get("/campaigns/" + campaign + "/events?limit=200")
                        .getString("items.find{it.kind=='RESUMED'}.message"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/campaigns/99999/events", "/senders/99999/events"})
    void theHistoryOfWhatDoesNotExistIsNotFound(String path) {
        api().get("/api/v1" + path).then().statusCode(404).contentType("application/problem+json");
    }
}
