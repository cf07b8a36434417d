package io.tiercast.sandbox;

import static io.tiercast.sandbox.SandboxCalls.GRAPH;
import static io.tiercast.sandbox.SandboxCalls.NUMBER;
import static io.tiercast.sandbox.SandboxCalls.api;
import static io.tiercast.sandbox.SandboxCalls.calm;
import static io.tiercast.sandbox.SandboxCalls.graph;
import static io.tiercast.sandbox.SandboxCalls.ledger;
import static io.tiercast.sandbox.SandboxCalls.message;
import static io.tiercast.sandbox.SandboxCalls.recipients;
import static io.tiercast.sandbox.SandboxCalls.send;
import static io.tiercast.sandbox.SandboxCalls.turn;
import static io.tiercast.sandbox.SandboxCalls.waitFor;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.tiercast.sandbox.WebhookReceiver.Received;
import io.tiercast.sandbox.WebhookReceiver.Refusing;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WebhookReceiver.class)
class SandboxTest {

    @Received
    List<Map.Entry<String, byte[]>> received;

    @Refusing
    AtomicInteger refusing;

    @BeforeEach
    void beginAnew() {
        turn(calm());
        api().post("/api/v1/sandbox/reset").then().statusCode(200);
        received.clear();
    }

    @Test
    void whoBringsNoTokenIsRefusedBeforeTheBodyIsRead() throws IOException {
        try (Socket line = new Socket("localhost", RestAssured.port)) {
            line.setSoTimeout(10_000);
            line.getOutputStream()
                    .write("POST %s%s/messages HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\n"
                            .formatted(GRAPH, NUMBER)
                            .getBytes());
            String status = new BufferedReader(new InputStreamReader(line.getInputStream())).readLine();
            assertTrue(status.contains("401"), status);
        }
    }

    @Test
    void aMessageThatIsTooLongIsRefused() {
        graph().body(new ByteArrayInputStream(" ".repeat(2_000_000).getBytes()))
                .post(GRAPH + NUMBER + "/messages")
                .then()
                .statusCode(400)
                .body("error.error_data.details", startsWith("The body is longer than"));
    }

    @Test
    void anAcceptedMessageAnswersLikeMeta() {
        send(graph(), 919_900_000_001L, "a")
                .then()
                .statusCode(200)
                .body("messaging_product", equalTo("whatsapp"))
                .body("contacts[0].input", equalTo("+919900000001"))
                .body("contacts[0].wa_id", equalTo("919900000001"))
                .body("messages[0].id", startsWith("wamid."))
                .body("messages[0].message_status", equalTo("accepted"));
    }

    @Test
    void aStrangeTokenIsRefused() {
        api().body(message("+919900000001", "a"))
                .post(GRAPH + NUMBER + "/messages")
                .then()
                .statusCode(401)
                .body("error.code", equalTo(190))
                .body("error.type", equalTo("OAuthException"));
    }

    @Test
    void anUnknownNumberIsNoObject() {
        graph().body(message("+919900000001", "a"))
                .post(GRAPH + "123/messages")
                .then()
                .statusCode(400)
                .body("error.code", equalTo(100))
                .body("error.error_subcode", equalTo(33));
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        graph().body("{\"to\":")
                .post(GRAPH + NUMBER + "/messages")
                .then()
                .statusCode(400)
                .body("error.code", equalTo(100));
    }

    @Test
    void everyMessageIsToldSignedUntilRead() {
        RequestSpecification graph = graph();
        recipients(40).forEach(recipient -> send(graph, recipient, "key-" + recipient));
        waitFor("all webhooks", () -> ledger("pending") == 0);

        Map<String, Set<String>> told = new HashMap<>();
        for (JsonObject status : statuses()) {
            told.computeIfAbsent(status.getString("biz_opaque_callback_data"), key -> new TreeSet<>())
                    .add(status.getString("status"));
        }
        assertEquals(40, told.size());
        told.values().forEach(steps -> assertTrue(steps.containsAll(Set.of("sent", "read")), steps.toString()));
        received.forEach(post -> assertEquals(Signature.of("test-app-secret", post.getValue()), post.getKey()));
    }

    @Test
    void priceComesWithSentAndWithTheFirstProofOfDelivery() {
        RequestSpecification graph = graph();
        recipients(60).forEach(recipient -> send(graph, recipient, "key-" + recipient));
        waitFor("all webhooks", () -> ledger("pending") == 0);

        long priced = statuses().stream()
                .filter(status -> status.containsKey("pricing"))
                .count();
        assertEquals(120, priced);
        assertEquals("utility", statuses().get(0).getJsonObject("pricing").getString("category"));
    }

    @Test
    void doubledAndDisorderedStatusesLoseNothing() {
        turn(new Knobs(7, 0, null, null, false, 0, 0, 1, 0, 0, 1, 1, 0, new Knobs.StatusDelay(0, 0, 0)));
        RequestSpecification graph = graph();
        recipients(40).forEach(recipient -> send(graph, recipient, "key-" + recipient));
        waitFor("all webhooks", () -> ledger("pending") == 0);

        assertTrue(statuses().size() > statuses().stream().distinct().count(), "nothing came twice");
        List<String> first = statuses().stream()
                .filter(status -> status.getString("recipient_id").equals("919900000000"))
                .map(status -> status.getString("status"))
                .toList();
        assertEquals("read", first.get(0));
        assertTrue(first.contains("sent"));
    }

    @Test
    void whatTheReceiverRefusesIsToldAgain() {
        refusing.set(2);
        send(graph(), 919_900_000_001L, "again");
        waitFor("all webhooks", () -> ledger("pending") == 0);

        assertEquals(0, refusing.get());
        assertTrue(statuses().stream().anyMatch(status -> "read".equals(status.getString("status"))));
    }

    @Test
    void peopleWriteBackAndStop() {
        turn(new Knobs(7, 0, null, null, false, 0, 0, 1, 1, 0.5, 0, 0, 0, new Knobs.StatusDelay(0, 0, 0)));
        RequestSpecification graph = graph();
        recipients(40).forEach(recipient -> send(graph, recipient, "key-" + recipient));
        waitFor("all webhooks", () -> ledger("pending") == 0);

        List<String> words = values("messages").stream()
                .map(inbound -> inbound.getJsonObject("text").getString("body"))
                .toList();
        assertEquals(40, words.size());
        assertTrue(words.contains("STOP") && words.stream().anyMatch(word -> !word.equals("STOP")), words.toString());
        assertTrue(received.stream().allMatch(post -> isAscii(post.getValue())));
    }

    @Test
    void aBurstBeyondTheThroughputIsRefused() {
        turn(new Knobs(7, 0, 4, null, false, 0, 0, 1, 0, 0, 0, 0, 0, new Knobs.StatusDelay(0, 0, 0)));
        RequestSpecification graph = graph();
        List<Integer> codes = recipients(8).stream()
                .map(recipient -> send(graph, recipient, "a").<Integer>path("error.code"))
                .toList();

        assertTrue(codes.contains(130429), codes.toString());
        assertTrue(codes.contains(null), codes.toString());
    }

    @Test
    void theMessagingLimitHoldsForNewPeopleOnly() {
        turn(new Knobs(7, 0, null, 50, false, 0, 0, 1, 0, 0, 0, 0, 0, new Knobs.StatusDelay(0, 0, 0)));
        RequestSpecification graph = graph();
        List<Integer> codes = new ArrayList<>();
        recipients(55)
                .forEach(recipient -> codes.add(send(graph, recipient, "a").path("error.code")));

        assertEquals(50, codes.stream().filter(code -> code == null).count());
        assertEquals(131048, codes.get(54));
        assertEquals(200, send(graph, 919_900_000_000L, "again").statusCode());
    }

    @Test
    void theMessagingLimitCountsWhatWasSentWhileThereWasNone() {
        RequestSpecification graph = graph();
        recipients(52).forEach(recipient -> send(graph, recipient, "a"));
        turn(new Knobs(7, 0, null, 50, false, 0, 0, 1, 0, 0, 0, 0, 0, new Knobs.StatusDelay(0, 0, 0)));

        send(graph, 919_911_111_111L, "new").then().body("error.code", equalTo(131048));
    }

    @Test
    void aLostAnswerWasAcceptedAllTheSame() {
        turn(new Knobs(7, 0, null, null, false, 0, 0, 1, 0, 0, 0, 0, 1, new Knobs.StatusDelay(0, 0, 0)));
        RequestSpecification graph = graph();
        try {
            send(graph, 919_900_000_001L, "lost");
        } catch (Exception noAnswer) {
            assertTrue(noAnswer instanceof java.io.IOException, noAnswer.toString());
        }
        waitFor(
                "the webhooks",
                () -> statuses().stream()
                        .anyMatch(status -> "lost".equals(status.getString("biz_opaque_callback_data"))));
        assertTrue(ledger("accepted") >= 1);
    }

    @Test
    void theNumberTellsItsLimits() {
        graph().get(GRAPH + NUMBER
                        + "?fields=id,display_phone_number,status,throughput,whatsapp_business_manager_messaging_limit")
                .then()
                .statusCode(200)
                .body("display_phone_number", equalTo("+1 202-555-0143"))
                .body("status", equalTo("CONNECTED"))
                .body("throughput.level", equalTo("HIGH"))
                .body("whatsapp_business_manager_messaging_limit", equalTo("TIER_UNLIMITED"))
                .body("verified_name", nullValue());
    }

    @Test
    void templatesComeInPages() {
        String path = GRAPH + SandboxAccount.WABA_ID + "/message_templates";
        String after = graph().get(path + "?limit=10").path("paging.cursors.after");
        graph().get(path + "?limit=10").then().body("data", hasSize(10)).body("paging.next", notNullValue());
        graph().get(path + "?limit=10&after=" + after)
                .then()
                .body("data", hasSize(8))
                .body("paging.next", nullValue());
        graph().get(path + "?after=nonsense").then().statusCode(400).body("error.code", equalTo(131059));
    }

    @Test
    void templatesCanBeFiltered() {
        String path = GRAPH + SandboxAccount.WABA_ID + "/message_templates";
        graph().get(path + "?status=PAUSED&fields=name").then().body("data.name", contains("flash_sale"));
        graph().get(path + "?name=diwali_offer&fields=language").then().body("data.language", hasItems("en", "hi"));
    }

    @Test
    void aShareBeyondOneIsRefused() {
        JsonObject knobs = JsonObject.mapFrom(calm()).put("failedShare", 1.5);
        api().body(knobs.encode()).put("/api/v1/sandbox").then().statusCode(400);
    }

    @Test
    void aLimitThatMetaDoesNotKnowIsRefused() {
        JsonObject knobs = JsonObject.mapFrom(calm()).put("messagingLimit", 77);
        api().body(knobs.encode())
                .put("/api/v1/sandbox")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("messagingLimit"));
    }

    private List<JsonObject> statuses() {
        return values("statuses");
    }

    private List<JsonObject> values(String list) {
        List<JsonObject> values = new ArrayList<>();
        for (Map.Entry<String, byte[]> post : received) {
            JsonObject body = Buffer.buffer(post.getValue()).toJsonObject();
            body.getJsonArray("entry")
                    .getJsonObject(0)
                    .getJsonArray("changes")
                    .forEach(change -> ((JsonObject) change)
                            .getJsonObject("value")
                            .getJsonArray(list, new io.vertx.core.json.JsonArray())
                            .forEach(entry -> values.add((JsonObject) entry)));
        }
        return values;
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
