package io.tiercast.sandbox;

import static io.tiercast.sandbox.SandboxCalls.GRAPH;
import static io.tiercast.sandbox.SandboxCalls.NUMBER;
import static io.tiercast.sandbox.SandboxCalls.beginAnew;
import static io.tiercast.sandbox.SandboxCalls.graph;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sandbox answers questions about its number and its templates as Meta does. */
@QuarkusTest
@WithTestResource(WebhookReceiver.class)
class SandboxReadsTest {

    @BeforeEach
    void aFreshSandbox() {
        beginAnew();
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
}
