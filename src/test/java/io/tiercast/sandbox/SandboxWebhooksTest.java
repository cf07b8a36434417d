package io.tiercast.sandbox;

import static io.tiercast.sandbox.SandboxCalls.beginAnew;
import static io.tiercast.sandbox.SandboxCalls.graph;
import static io.tiercast.sandbox.SandboxCalls.ledger;
import static io.tiercast.sandbox.SandboxCalls.recipients;
import static io.tiercast.sandbox.SandboxCalls.send;
import static io.tiercast.sandbox.SandboxCalls.turn;
import static io.tiercast.sandbox.SandboxCalls.waitFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.tiercast.sandbox.WebhookReceiver.Received;
import io.tiercast.sandbox.WebhookReceiver.Refusing;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a message is told by webhooks: statuses, prices and what people write back. */
@QuarkusTest
@WithTestResource(WebhookReceiver.class)
class SandboxWebhooksTest {

    @Received
    List<Map.Entry<String, byte[]>> received;

    @Refusing
    AtomicInteger refusing;

    @BeforeEach
    void aFreshSandbox() {
        beginAnew();
        received.clear();
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
