package io.tiercast.campaign;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tiercast.boot.Waiting;
import io.tiercast.sql.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TrendsTest {

    @Inject
    Sql sql;

    /** On a day of its own, since other tests' campaigns of today may still be moving. */
    @Test
    void aCampaignCountsOnTheDayItStarted() {
        long campaign = Shop.draft(Shop.groupOf(3));
        Shop.post("/campaigns/" + campaign + "/launch").statusCode(200);
        Waiting.until(
                "all three to be sent",
                Duration.ofSeconds(30),
                () -> Shop.get("/campaigns/" + campaign + "/stats").getInt("funnel.sent") == 3);
        sql.run("update campaign set started_at = now() - interval '5 d' where id = $1", campaign)
                .await()
                .atMost(Duration.ofSeconds(5));

        JsonPath tenDays = Shop.get("/stats/trends?days=10");
        assertEquals(1, tenDays.getInt("days[-6].totals.campaigns"));
        assertEquals(3, tenDays.getInt("days[-6].totals.sent"));
        assertEquals(
                tenDays.getList("days.totals.sent", Integer.class).stream()
                        .mapToInt(n -> n)
                        .sum(),
                tenDays.getInt("now.sent"));
        assertEquals(3, Shop.get("/stats/trends?days=3").getInt("before.sent"));
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
}
