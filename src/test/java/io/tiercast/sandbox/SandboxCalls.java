package io.tiercast.sandbox;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tiercast.boot.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

/** What the tests say to the sandbox over HTTP. */
final class SandboxCalls {

    static final String NUMBER = SandboxAccount.NUMBERS.get(0).phoneNumberId();
    static final String GRAPH = "/sandbox/graph/v25.0/";

    private SandboxCalls() {}

    static RequestSpecification api() {
        return given().header("Authorization", "Bearer test-key-test-key-test-key-test-key")
                .contentType("application/json");
    }

    static RequestSpecification graph() {
        return given().header("Authorization", "Bearer " + token()).contentType("application/json");
    }

    static String token() {
        return api().get("/api/v1/sandbox").path("account.accessToken");
    }

    /** Everything arrives and is read at once, without limits. */
    static Knobs calm() {
        return new Knobs(7, 0, null, null, false, 0, 0, 1, 0, 0, 0, 0, 0, new Knobs.StatusDelay(0, 0, 0));
    }

    static void turn(Knobs knobs) {
        api().body(knobs).put("/api/v1/sandbox").then().statusCode(200);
    }

    /**
     * As if it had just been installed, and calm. Who counts on that is a test with the {@link WebhookReceiver}, which has an
     * application, and so a sandbox, that the other tests do not use.
     */
    static void beginAnew() {
        turn(calm());
        api().post("/api/v1/sandbox/reset").then().statusCode(200);
    }

    static Response send(RequestSpecification graph, long recipient, String opaque) {
        return graph.body(message("+" + recipient, opaque)).post(GRAPH + NUMBER + "/messages");
    }

    static Map<String, Object> message(String to, String opaque) {
        Map<String, Object> template = Map.of("name", "store_hours", "language", Map.of("code", "en_US"));
        return Map.of(
                "messaging_product",
                "whatsapp",
                "to",
                to,
                "type",
                "template",
                "template",
                template,
                "biz_opaque_callback_data",
                opaque);
    }

    static int ledger(String figure) {
        return api().get("/api/v1/sandbox").path("ledger." + figure);
    }

    static void waitFor(String what, BooleanSupplier condition) {
        Waiting.until(what, Duration.ofSeconds(20), condition);
    }

    static List<Long> recipients(int n) {
        return LongStream.range(0, n).mapToObj(i -> 919_900_000_000L + i).toList();
    }
}
