package io.tiercast.webhook;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tiercast.boot.Waiting;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes to the webhook's door and is no call of Meta's. */
@QuarkusTest
class WebhookCallTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(10);
    private static final int LARGE = 4_000_000;
    private static final Duration SOON = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "{", "[]", "{\"entry\":7}", "{} {}"})
    void aBodyThatIsNotMetasIsAnsweredThoughItIsWellSigned(String body) {
        assertTimeoutPreemptively(AT_ONCE, () -> Webhook.post(body).statusCode(400));
    }

    @Test
    void manyLargeCallsThatNeverEndDoNotFillTheMemory() throws IOException {
        List<Socket> callers = new ArrayList<>();
        try {
            for (int i = 0; i < 14; i++) {
                callers.add(beginALargeCall());
            }
            Waiting.until("large calls to be refused", SOON, () -> statusOfALargeCall() == 503);
            assertEquals(200, Webhook.post("{\"entry\":[]}").extract().statusCode(), "there is room for a small one");
        } finally {
            for (Socket caller : callers) {
                caller.close();
            }
        }
        Waiting.until("large calls to be looked at again", SOON, () -> statusOfALargeCall() == 401);
    }

    private static int statusOfALargeCall() {
        return given().body(new byte[LARGE]).post("/webhooks/meta").statusCode();
    }

    private static Socket beginALargeCall() throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        OutputStream out = socket.getOutputStream();
        out.write("POST /webhooks/meta HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4194304\r\n\r\n".getBytes(UTF_8));
        out.write(new byte[LARGE]);
        out.flush();
        return socket;
    }

    @Test
    void withoutASignatureNothingIsRead() {
        given().body("{\"entry\":[]}").post("/webhooks/meta").then().statusCode(401);
        given().header("X-Hub-Signature-256", "sha256=00")
                .body("not json")
                .post("/webhooks/meta")
                .then()
                .statusCode(401);
        given().body("{\"entry\":[]}").post("/webhooks/meta/nobody").then().statusCode(401);
    }
}
