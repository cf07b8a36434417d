package io.tiercast.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tiercast.sql.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IdempotencyTest {

    private static final String KEY = "test-key-test-key-test-key-test-key";
    private static final String BODY = "{\"name\":\"one\",\"number\":1}";
    private static final String LONG = "{\"name\":\"one\",\"number\":1,\"tags\":[\"" + "x".repeat(200_000) + "\"]}";

    private final String key = UUID.randomUUID().toString();

    @Inject
    Sql sql;

    @ParameterizedTest
    @ValueSource(strings = {BODY, "long"})
    void theSameRequestIsDoneOnceAndAnsweredAlike(String name) {
        String body = name.equals("long") ? LONG : name;
        Response first = post(key, body);
        first.then().statusCode(201);
        int calls = ProbeResource.CALLS.get();

        post(key, body)
                .then()
                .statusCode(201)
                .header("Location", equalTo(first.getHeader("Location")))
                .header("ETag", equalTo(first.getHeader("ETag")))
                .contentType("application/json")
                .body(equalTo(first.asString()));

        assertEquals(calls, ProbeResource.CALLS.get());
    }

    @Test
    void aRefusalIsAnsweredAlike() {
        String body = "{\"name\":\"clash\",\"number\":1}";
        Response first = post(key, body);
        first.then().statusCode(409);

        post(key, body)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body(equalTo(first.asString()));
    }

    @Test
    void anotherBodyWithTheSameKeyIsRefused() {
        post(key, BODY).then().statusCode(201);

        post(key, "{\"name\":\"two\",\"number\":1}")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("Idempotency-Key"));
    }

    @Test
    void aRequestWithoutABodyCountsToo() {
        Response first = asAdmin().header("Idempotency-Key", key).post("/api/v1/probe/act");
        Response second = asAdmin().header("Idempotency-Key", key).post("/api/v1/probe/act");

        assertEquals(200, second.statusCode());
        assertEquals(first.asString(), second.asString());
    }

    @Test
    void theSameKeyElsewhereIsAnother() {
        post(key, BODY).then().statusCode(201);
        asAdmin()
                .header("Idempotency-Key", key)
                .post("/api/v1/probe/act")
                .then()
                .statusCode(200);
    }

    @Test
    void twoAtOnceAreNotBothDone() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        ProbeResource.gate = gate;
        int before = ProbeResource.CALLS.get();
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> post(key, BODY));
        try {
            awaitCall(before);
            post(key, BODY).then().statusCode(409).body("type", equalTo("/problems/in-progress"));
        } finally {
            gate.complete(null);
        }
        first.join().then().statusCode(201);
        post(key, BODY).then().statusCode(201);
        assertEquals(before + 1, ProbeResource.CALLS.get());
    }

    @Test
    void aFaultOfOursIsTriedAnew() {
        String body = "{\"name\":\"fails\",\"number\":1}";
        post(key, body).then().statusCode(500);
        int calls = ProbeResource.CALLS.get();

        post(key, body).then().statusCode(500);

        assertNotEquals(calls, ProbeResource.CALLS.get());
    }

    @Test
    void theKeyIsFreeAgainAfterADay() {
        post(key, BODY).then().statusCode(201);
        sql.run("update idempotent_request set created_at = now() - interval '25 hours' where key = $1", key)
                .await()
                .atMost(Duration.ofSeconds(5));

        post(key, "{\"name\":\"two\",\"number\":1}").then().statusCode(201);
    }

    @Test
    void aKeyBeyond255CharactersIsMalformed() {
        post("k".repeat(255), BODY).then().statusCode(201);
        post("k".repeat(256), BODY).then().statusCode(400).body("errors.field", hasItem("Idempotency-Key"));
    }

    @Test
    void aSecretIsNeverKept() {
        Response first = asAdmin().header("Idempotency-Key", key).post("/api/v1/stream-tokens");
        Response second = asAdmin().header("Idempotency-Key", key).post("/api/v1/stream-tokens");

        assertNotEquals((String) first.path("token"), second.path("token"));
    }

    @Test
    void withoutAKeyEveryRequestIsDone() {
        asAdmin()
                .contentType(ContentType.JSON)
                .body(BODY)
                .post("/api/v1/probe")
                .then()
                .header("Idempotency-Replayed", nullValue());
    }

    private static void awaitCall(int before) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (ProbeResource.CALLS.get() == before && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    private static Response post(String key, String body) {
        return asAdmin()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/probe");
    }

    private static RequestSpecification asAdmin() {
        return given().auth().oauth2(KEY);
    }
}
