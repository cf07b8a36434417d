package io.tiercast.campaign;

import static io.tiercast.campaign.Shop.awaitState;
import static io.tiercast.campaign.Shop.draft;
import static io.tiercast.campaign.Shop.get;
import static io.tiercast.campaign.Shop.group;
import static io.tiercast.campaign.Shop.groupOf;
import static io.tiercast.campaign.Shop.plan;
import static io.tiercast.campaign.Shop.post;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CanaryTest {

    @Test
    void theRestIsHeldUntilSomebodyLetsItGo() {
        long campaign = launched(20, "{'share':0.21,'hold':'PT2H'}");
        awaitState(campaign, "WAITING");

        assertEquals("RULE CANARY", by(campaign));
        assertNotNull(get("/campaigns/" + campaign).getString("stateReason.resumesAt"));
        assertEquals(15, get("/campaigns/" + campaign + "/stats").getInt("buckets.queued"));
        post("/campaigns/" + campaign + "/resume").statusCode(200).body("state", equalTo("RUNNING"));
        awaitState(campaign, "COMPLETED");
        assertEquals(0, get("/campaigns/" + campaign + "/stats").getInt("buckets.queued"));
    }

    @Test
    void theRestFollowsWhenTheTimeIsUp() {
        long campaign = launched(6, "{'share':0.5,'hold':'PT2S'}");
        awaitState(campaign, "COMPLETED");

        assertEquals(
                1,
                get("/campaigns/" + campaign + "/events")
                        .getList("items.findAll{it.kind=='WAITING'}")
                        .size());
    }

    @Test
    void aPauseInBetweenDoesNotEndTheWait() {
        long campaign = launched(10, "{'share':0.5,'hold':'PT2H'}");
        awaitState(campaign, "WAITING");
        post("/campaigns/" + campaign + "/pause").statusCode(200);
        post("/campaigns/" + campaign + "/resume").statusCode(200);
        awaitState(campaign, "WAITING");

        assertEquals("RULE CANARY", by(campaign));
        assertEquals(5, get("/campaigns/" + campaign + "/stats").getInt("buckets.queued"));
        post("/campaigns/" + campaign + "/cancel").statusCode(200);
        awaitState(campaign, "CANCELLED");
        assertEquals(5, get("/campaigns/" + campaign + "/stats").getInt("skippedByReason.CANCELLED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "canary | {'share':0,'hold':'PT1M'} | delivery.canary.share",
                "canary | {'share':1,'hold':'PT1M'} | delivery.canary.share",
                "canary | {'hold':'PT1M'} | delivery.canary.share",
                "canary | {'share':0.1} | delivery.canary.hold",
                "canary | {'share':0.1,'hold':'PT0S'} | delivery.canary.hold",
                "canary | {'share':0.1,'hold':'P8D'} | delivery.canary.hold",
                "canary | {'share':0.1,'hold':'soon'} | delivery.canary.hold",
                "rules | {'failureShare':1.1} | delivery.rules.failureShare",
                "rules | {'optOutShare':-0.1} | delivery.rules.optOutShare",
                "rules | {'qualityRed':'maybe'} | delivery.rules.qualityRed",
                "rules | {'anything':1} | delivery.rules.anything",
            })
    void whatMakesNoSenseIsRefusedByName(String part, String value, String field) {
        post("/campaigns", plan(group(), ",'delivery':{'%s':%s}".formatted(part, value)))
                .statusCode(400)
                .body("errors[0].field", equalTo(field));
    }

    private static String by(long campaign) {
        return get("/campaigns/" + campaign).getString("stateReason.by") + " "
                + get("/campaigns/" + campaign).getString("stateReason.code");
    }

    private static long launched(int people, String canary) {
        long campaign = draft(groupOf(people), ",'delivery':{'canary':%s}".formatted(canary));
        post("/campaigns/" + campaign + "/launch").statusCode(200);
        return campaign;
    }
}
