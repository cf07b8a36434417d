package io.tiercast.demo;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import io.tiercast.boot.Waiting;
import io.tiercast.sql.Sql;
import io.vertx.core.eventbus.EventBus;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DemoDataTest.FirstStart.class)
class DemoDataTest {

    public static class FirstStart implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tiercast.demo-data", "true");
        }
    }

    @Inject
    Sql sql;

    @Inject
    EventBus bus;

    @BeforeEach
    void waitUntilMade() {
        Waiting.until("demo data", Duration.ofSeconds(30), () -> count("demo_data") == 1);
    }

    @Test
    void theFirstCampaignIsAFewClicksAway() {
        assertEquals(400, count("contact"));
        api().get("/api/v1/groups").then().body("items.name", hasItem("Diwali list"));
        api().get("/api/v1/senders").then().body("items[0].status", equalTo("CONNECTED"));
        api().get("/api/v1/templates?limit=100")
                .then()
                .body("items.status", hasItems("APPROVED", "PAUSED", "REJECTED"));
    }

    @Test
    void whatWasDeletedIsNotMadeAgain() throws Exception {
        List<Integer> groups = api().get("/api/v1/groups").path("items.findAll { it.name == 'Everyone' }.id");
        groups.forEach(id -> api().delete("/api/v1/groups/" + id).then().statusCode(204));
        bus.request("demo-data", "make")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);

        assertEquals(1, count("contact_group"));
    }

    private long count(String table) {
        return sql.first("select count(*) from " + table, row -> row.getLong(0))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static RequestSpecification api() {
        return given().header("Authorization", "Bearer test-key-test-key-test-key-test-key");
    }
}
