package io.tiercast.sandbox;

import static io.tiercast.sandbox.SandboxCalls.api;
import static io.tiercast.sandbox.SandboxCalls.beginAnew;
import static io.tiercast.sandbox.SandboxCalls.calm;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Knobs at which no Meta could stand are refused. */
@QuarkusTest
@WithTestResource(WebhookReceiver.class)
class SandboxKnobsTest {

    @BeforeEach
    void aFreshSandbox() {
        beginAnew();
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
}
