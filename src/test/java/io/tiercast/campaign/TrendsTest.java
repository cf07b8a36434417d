package io.tiercast.campaign;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tiercast.boot.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TrendsTest {

    @Test
    void aCampaignCountsOnTheDayItStarted() {
        JsonPath before = trends();
        long campaign = Shop.draft(Shop.groupOf(3));
        Shop.post("/campaigns/" + campaign + "/launch").statusCode(200);
        Waiting.until(
                "all three to be sent",
                Duration.ofSeconds(30),
                () -> Shop.get("/campaigns/" + campaign + "/stats").getInt("funnel.sent") == 3);
        JsonPath after = trends();
        assertEquals(3, grown(before, after, "now.sent"));
        assertEquals(3, grown(before, after, "days[-1].totals.sent"));
        assertEquals(1, grown(before, after, "days[-1].totals.campaigns"));
        assertEquals(0, grown(before, after, "before.sent"));
    }

    @Test
    void everyDayIsThere() {
        Shop.api()
                .get("/api/v1/stats/trends?days=7&timezone=Asia/Kolkata")
                .then()
                .statusCode(200)
                .body("days", hasSize(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"days=0", "days=91", "timezone=Nowhere"})
    void whatMakesNoSenseIsRefused(String query) {
        Shop.api().get("/api/v1/stats/trends?" + query).then().statusCode(400).body("status", equalTo(400));
    }

    private static JsonPath trends() {
        return Shop.get("/stats/trends?days=2");
    }

    private static int grown(JsonPath before, JsonPath after, String path) {
        return after.getInt(path) - before.getInt(path);
    }
}
