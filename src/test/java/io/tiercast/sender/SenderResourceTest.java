package io.tiercast.sender;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tiercast.meta.FakeGraph;
import io.tiercast.sql.Sql;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FakeGraph.class)
class SenderResourceTest {

    private static final String NUMBER = """
            {"id":"%s","display_phone_number":"+1 555-000-1111","verified_name":"Acme","status":"CONNECTED","quality_rating":"GREEN",
             "throughput":{"level":"%s"},"whatsapp_business_manager_messaging_limit":"%s"}""";

    private static int last = 500;

    @Inject
    Sql sql;

    @Inject
    Senders senders;

    private String numberId;

    @BeforeEach
    void metaKnowsANumber() {
        numberId = Integer.toString(last++);
        number("STANDARD", "TIER_2K");
        FakeGraph.answers("900", "{\"id\":\"900\",\"owner_business_info\":{\"id\":\"77\",\"name\":\"Acme\"}}");
    }

    @Test
    void aNewSenderIsReadFromMeta() {
        create("good-token")
                .statusCode(201)
                .header("Location", matchesPattern("http://[^/]+/api/v1/senders/\\d+"))
                .body("name", equalTo("Shop"))
                .body("phoneNumberId", equalTo(numberId))
                .body("displayPhoneNumber", equalTo("+1 555-000-1111"))
                .body("verifiedName", equalTo("Acme"))
                .body("status", equalTo("CONNECTED"))
                .body("quality", equalTo("GREEN"))
                .body("throughputPerSecond", equalTo(80f))
                .body("portfolioId", equalTo("77"))
                .body("messagingLimit", equalTo(2000))
                .body("webhookPath", equalTo("/webhooks/meta"));
    }

    @ParameterizedTest
    @CsvSource({"HIGH, TIER_UNLIMITED, 1000,", "NOT_APPLICABLE, TIER_250, 20, 250", "NEW_LEVEL, -1, 80,"})
    void limitsAsMetaWritesThem(String level, String tier, float throughput, Integer limit) {
        number(level, tier);
        create("good-token")
                .statusCode(201)
                .body("throughputPerSecond", equalTo(throughput))
                .body("messagingLimit", limit == null ? nullValue() : equalTo(limit));
    }

    @Test
    void secretsAreNeverReturnedAndEncryptedAtRest() {
        int id = api().body(Map.of(
                        "name",
                        "Own",
                        "phoneNumberId",
                        numberId,
                        "wabaId",
                        "900",
                        "accessToken",
                        "good-token",
                        "appSecret",
                        "own-secret"))
                .post("/api/v1/senders")
                .then()
                .statusCode(201)
                .body(not(containsString("good-token")))
                .body(not(containsString("own-secret")))
                .body("webhookPath", startsWith("/webhooks/meta/"))
                .extract()
                .path("id");
        byte[] stored = sql.first(
                        "select access_token || app_secret as secrets from sender where id = $1",
                        row -> row.getBuffer("secrets").getBytes(),
                        (long) id)
                .await()
                .atMost(Duration.ofSeconds(5));
        String text = new String(stored, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("good-token") || text.contains("own-secret"));
        SendingNumber number = number(id);
        assertEquals("good-token", number.accessToken());
        assertEquals("own-secret", number.appSecret());
    }

    @Test
    void aKnownNumberIsAConflict() {
        create("good-token").statusCode(201);
        create("good-token").statusCode(409).body("type", equalTo("/problems/sender-exists"));
    }

    @Test
    void aTokenThatMetaRefusesNamesItsFieldAndStoresNothing() {
        create("bad-token")
                .statusCode(422)
                .body("errors.field", contains("accessToken"))
                .body(not(containsString("bad-token")));
        api().get("/api/v1/senders").then().body("items.phoneNumberId", not(hasItem(numberId)));
    }

    @Test
    void aNumberOrAnAccountUnknownToMetaNamesItsField() {
        String known = numberId;
        numberId = "404404";
        create("good-token").statusCode(422).body("errors.field", contains("phoneNumberId"));
        numberId = known;
        api().body(Map.of("name", "Shop", "phoneNumberId", numberId, "wabaId", "404", "accessToken", "good-token"))
                .post("/api/v1/senders")
                .then()
                .statusCode(422)
                .body("errors.field", contains("wabaId"));
    }

    @Test
    void whileMetaIsOverloadedTheClientIsToldWhenToComeBack() {
        FakeGraph.refusesOnce(numberId, 2);
        create("good-token").statusCode(503).header("Retry-After", "30").body("type", equalTo("/problems/meta-busy"));
    }

    @Test
    void whatIsNoAnswerOfMetasIsNotTheClientsFault() {
        FakeGraph.answers(numberId, "<html>gateway</html>");
        create("good-token").statusCode(503).body("type", equalTo("/problems/meta-unreachable"));
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedIsRefused() {
        ValidatableResponse created = create("good-token").statusCode(201);
        int id = created.extract().path("id");
        String seen = created.extract().header("ETag");
        patch(id, "{\"name\":\"First\"}").statusCode(200);
        api().header("If-Match", seen)
                .body("{\"name\":\"Second\"}")
                .patch("/api/v1/senders/" + id)
                .then()
                .statusCode(412);
        api().get("/api/v1/senders/" + id).then().body("name", equalTo("First"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "not json",
                "{\"name\":\"\",\"phoneNumberId\":\"1\",\"wabaId\":\"1\",\"accessToken\":\"t\"}",
                "{\"name\":\"a\",\"phoneNumberId\":\"../900\",\"wabaId\":\"1\",\"accessToken\":\"t\"}",
                "{\"name\":\"a\",\"phoneNumberId\":\"1\",\"wabaId\":\"1\",\"accessToken\":\"two\\nlines\"}",
                "{\"name\":\"a\",\"phoneNumberId\":\"1\",\"wabaId\":\"1\",\"accessToken\":\"t\",\"unknown\":1}"
            })
    void aRequestOfTheWrongShapeIsRefused(String body) {
        api().body(body).post("/api/v1/senders").then().statusCode(400);
    }

    @Test
    void theOperatorsThroughputSurvivesASyncAndNullGivesMetasBack() {
        int id = create("good-token").extract().path("id");
        patch(id, "{\"throughputPerSecond\":12.5,\"name\":\"Renamed\"}")
                .statusCode(200)
                .body("throughputPerSecond", equalTo(12.5f))
                .body("name", equalTo("Renamed"));
        assertEquals(12.5, number(id).throughputPerSecond());
        number("HIGH", "TIER_10K");
        api().post("/api/v1/senders/" + id + "/sync")
                .then()
                .statusCode(200)
                .body("throughputPerSecond", equalTo(12.5f))
                .body("messagingLimit", equalTo(10_000));
        patch(id, "{\"throughputPerSecond\":null}").statusCode(200).body("throughputPerSecond", equalTo(1000f));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"throughputPerSecond\":0}|400",
                "{\"throughputPerSecond\":-1}|400",
                "{\"throughputPerSecond\":1e400}|400",
                "{\"throughputPerSecond\":\"fast\"}|400",
                "{\"name\":null}|400",
                "{\"accessToken\":null}|400",
                "{\"phoneNumberId\":\"1\"}|400",
                "{\"accessToken\":\"bad-token\"}|422"
            })
    void aChangeThatCannotBeLeavesAllAsItWas(String body, int status) {
        int id = create("good-token").extract().path("id");
        patch(id, body).statusCode(status);
        api().get("/api/v1/senders/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Shop"))
                .body("throughputPerSecond", equalTo(80f));
    }

    @Test
    void aPortfolioThatWasSeenOnceStays() {
        int id = create("good-token").extract().path("id");
        FakeGraph.answers("900", "{\"id\":\"900\"}");
        api().post("/api/v1/senders/" + id + "/sync").then().statusCode(200).body("portfolioId", equalTo("77"));
        numberId = Integer.toString(last++);
        number("STANDARD", "TIER_2K");
        create("good-token").statusCode(201).body("portfolioId", equalTo("900"));
    }

    @Test
    void aRemovedSenderIsGone() {
        int id = create("good-token").extract().path("id");
        api().delete("/api/v1/senders/" + id).then().statusCode(204);
        api().get("/api/v1/senders/" + id).then().statusCode(404);
        api().delete("/api/v1/senders/" + id).then().statusCode(404);
        api().post("/api/v1/senders/" + id + "/sync").then().statusCode(404);
        patch(id, "{}").statusCode(404);
    }

    private void number(String level, String tier) {
        FakeGraph.answers(numberId, NUMBER.formatted(numberId, level, tier));
    }

    private ValidatableResponse create(String token) {
        return api().body(Map.of("name", "Shop", "phoneNumberId", numberId, "wabaId", "900", "accessToken", token))
                .post("/api/v1/senders")
                .then();
    }

    private ValidatableResponse patch(int id, String body) {
        return api().contentType("application/merge-patch+json")
                .body(body)
                .patch("/api/v1/senders/" + id)
                .then();
    }

    private SendingNumber number(int id) {
        return senders.byId(id).await().atMost(Duration.ofSeconds(5)).orElseThrow();
    }

    private static RequestSpecification api() {
        return given().auth().oauth2("test-key-test-key-test-key-test-key").contentType(ContentType.JSON);
    }
}
