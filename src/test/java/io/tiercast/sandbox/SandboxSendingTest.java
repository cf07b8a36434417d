package io.tiercast.sandbox;

import static io.tiercast.sandbox.SandboxCalls.GRAPH;
import static io.tiercast.sandbox.SandboxCalls.NUMBER;
import static io.tiercast.sandbox.SandboxCalls.api;
import static io.tiercast.sandbox.SandboxCalls.beginAnew;
import static io.tiercast.sandbox.SandboxCalls.graph;
import static io.tiercast.sandbox.SandboxCalls.message;
import static io.tiercast.sandbox.SandboxCalls.recipients;
import static io.tiercast.sandbox.SandboxCalls.send;
import static io.tiercast.sandbox.SandboxCalls.turn;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message sent to the sandbox is answered as Meta would answer it, or refused by its rules and limits. */
@QuarkusTest
@WithTestResource(WebhookReceiver.class)
class SandboxSendingTest {

    @BeforeEach
    void aFreshSandbox() {
        beginAnew();
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
}
