package io.tiercast.campaign;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Marketing over Meta's own interface for it; the sandbox's business is not admitted there, which is where the fallback shows. */
@QuarkusTest
class MarketingMessagesTest {

    @AfterEach
    void theOrdinaryWayAgain() {
        road("OFF");
    }

    @Test
    void withFallbackACampaignArrivesAnyway() {
        road("FALLBACK");
        long campaign = Shop.draft(Shop.groupOf(2));
        Shop.post("/campaigns/" + campaign + "/launch").statusCode(200);
        Shop.awaitState(campaign, "COMPLETED");
        assertEquals(2, Shop.get("/campaigns/" + campaign + "/stats").getInt("funnel.accepted"));
    }

    @Test
    void withoutFallbackTheReasonIsShown() {
        road("STRICT");
        long campaign = Shop.draft(Shop.groupOf(1));
        Shop.post("/campaigns/" + campaign + "/test", "{'phones':['+919811100003']}")
                .statusCode(200)
                .body("items.outcome", contains("REFUSED"))
                .body("items.code", contains(134102));
        Shop.post("/campaigns/" + campaign + "/launch").statusCode(200);
        Shop.awaitState(campaign, "PAUSED");
        assertEquals("META_134102", Shop.get("/campaigns/" + campaign).getString("stateReason.code"));
        Shop.post("/campaigns/" + campaign + "/cancel").statusCode(200);
    }

    @Test
    void otherCategoriesGoTheOrdinaryWay() {
        road("STRICT");
        long campaign = Shop.id(Shop.post(
                        "/campaigns",
                        "{'name':'Hours','senderIds':[%d],'content':[{'templateId':%d}],'audience':{'groupIds':[%d]}}"
                                .formatted(Shop.sender(), Shop.template("store_hours", "en_US"), Shop.groupOf(1)))
                .statusCode(201));
        Shop.post("/campaigns/" + campaign + "/launch").statusCode(200);
        Shop.awaitState(campaign, "COMPLETED");
        JsonPath stats = Shop.get("/campaigns/" + campaign + "/stats");
        assertEquals(1, stats.getInt("funnel.accepted"));
    }

    private static void road(String road) {
        Shop.api()
                .contentType("application/merge-patch+json")
                .body("{\"marketingMessages\":\"" + road + "\"}")
                .patch("/api/v1/senders/" + Shop.sender())
                .then()
                .statusCode(200)
                .body("marketingMessages", equalTo(road));
    }
}
