package io.tiercast.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.tiercast.boot.TiercastProcess;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Meta does not forget because our process was killed. */
class SandboxRestartIT {

    private static final int PEOPLE = 60;

    @TempDir
    Path folder;

    private final WebhookReceiver receiver = new WebhookReceiver();
    private TiercastProcess tiercast;

    @BeforeEach
    void start() {
        String url = receiver.start().get("tiercast.sandbox.webhook-url");
        Map<String, String> environment = Map.of("TIERCAST_SANDBOX_WEBHOOK_URL", url, "TIERCAST_DEMO_DATA", "false");
        tiercast = new TiercastProcess(folder, environment).start();
        RestAssured.baseURI = "http://127.0.0.1";
        RestAssured.port = tiercast.uri("/").getPort();
    }

    @AfterEach
    void stop() {
        RestAssured.reset();
        tiercast.close();
        receiver.stop();
    }

    @Test
    void whatWasAcceptedBeforeAKillIsToldAfterIt() {
        SandboxCalls.turn(
                new Knobs(7, 0, null, null, false, 0, 0, 1, 0, 0, 0, 0, 0, new Knobs.StatusDelay(2_000, 2_000, 2_000)));
        RequestSpecification graph = SandboxCalls.graph();
        SandboxCalls.recipients(PEOPLE)
                .forEach(recipient -> SandboxCalls.send(graph, recipient, "key-" + recipient)
                        .then()
                        .statusCode(200));
        String token = SandboxCalls.token();

        tiercast.kill();
        tiercast.start();
        SandboxCalls.waitFor("all webhooks", () -> SandboxCalls.ledger("pending") == 0);

        assertEquals(PEOPLE, told("sent").size());
        assertEquals(PEOPLE, told("read").size());
        assertEquals(PEOPLE, SandboxCalls.ledger("accepted"));
        assertEquals(token, SandboxCalls.token());
        assertTrue(told("failed").isEmpty());
    }

    private Set<String> told(String status) {
        Set<String> keys = new ConcurrentSkipListSet<>();
        for (Map.Entry<String, byte[]> post : receiver.received()) {
            JsonObject entry = Buffer.buffer(post.getValue())
                    .toJsonObject()
                    .getJsonArray("entry")
                    .getJsonObject(0);
            entry.getJsonArray("changes").stream()
                    .map(change -> ((JsonObject) change).getJsonObject("value"))
                    .flatMap(value -> value.getJsonArray("statuses", new JsonArray()).stream())
                    .map(JsonObject.class::cast)
                    .filter(told -> told.getString("status").equals(status))
                    .forEach(told -> keys.add(told.getString("biz_opaque_callback_data")));
        }
        return keys;
    }
}
