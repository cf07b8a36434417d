package io.tiercast.sandbox;

import static io.restassured.RestAssured.given;
import static io.tiercast.sandbox.SandboxCalls.GRAPH;
import static io.tiercast.sandbox.SandboxCalls.NUMBER;
import static io.tiercast.sandbox.SandboxCalls.graph;
import static io.tiercast.sandbox.SandboxCalls.token;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MediaDeskTest {

    private static final String OTHER = SandboxAccount.NUMBERS.get(1).phoneNumberId();
    private static final byte[] CONTENT = {1, 2, 3, 4, 5, 6, 7, 8};

    @BeforeEach
    void calm() {
        SandboxCalls.turn(SandboxCalls.calm());
    }

    @Test
    void aMessageShowsWhatWasUploadedForItsNumber() {
        String id = upload("image/png", "whatsapp").statusCode(200).extract().path("id");

        graph().get(GRAPH + id)
                .then()
                .statusCode(200)
                .body("mime_type", equalTo("image/png"))
                .body("file_size", equalTo(CONTENT.length));
        send(NUMBER, id).statusCode(200);
        send(OTHER, id).statusCode(400).body("error.code", equalTo(100));
    }

    @Test
    void whatWasNeverUploadedOrIsDeletedIsNoMedia() {
        send(NUMBER, "1602186516975000")
                .statusCode(400)
                .body("error.error_data.details", containsString("media attachment ID"));
        String id = upload("image/png", "whatsapp").extract().path("id");
        graph().delete(GRAPH + id).then().statusCode(200);
        send(NUMBER, id).statusCode(400);
        graph().get(GRAPH + id).then().statusCode(400);
    }

    @Test
    void whatMetaDoesNotTakeIsRefused() {
        upload("image/webp", "whatsapp").statusCode(400).body("error.code", equalTo(131053));
        upload("image/png", null).statusCode(400).body("error.code", equalTo(100));
    }

    @Test
    void anExampleMayBreakOffAndGoOn() {
        String session = given().header("Authorization", "Bearer " + token())
                .queryParam("file_name", "a.png")
                .queryParam("file_length", CONTENT.length)
                .queryParam("file_type", "image/png")
                .post(GRAPH + "app/uploads")
                .then()
                .statusCode(200)
                .body("id", startsWith("upload:"))
                .extract()
                .path("id");

        part(session, 0, new byte[] {1, 2, 3}).statusCode(200).body("file_offset", equalTo(3));
        part(session, 0, CONTENT).statusCode(400);
        given().header("Authorization", "OAuth " + token())
                .urlEncodingEnabled(false)
                .get(GRAPH + session)
                .then()
                .body("file_offset", equalTo(3));
        part(session, 3, new byte[] {4, 5, 6, 7, 8}).statusCode(200).body("h", startsWith("4::"));
    }

    private static ValidatableResponse part(String session, int offset, byte[] content) {
        return given().header("Authorization", "OAuth " + token())
                .header("file_offset", offset)
                .contentType("application/octet-stream")
                .urlEncodingEnabled(false)
                .body(content)
                .post(GRAPH + session)
                .then();
    }

    private static ValidatableResponse upload(String type, String product) {
        var request = given().header("Authorization", "Bearer " + token());
        return (product == null ? request : request.multiPart("messaging_product", product))
                .multiPart("file", "a.png", CONTENT, type)
                .post(GRAPH + NUMBER + "/media")
                .then();
    }

    private static ValidatableResponse send(String number, String mediaId) {
        Map<String, Object> header = Map.of(
                "type", "header", "parameters", List.of(Map.of("type", "image", "image", Map.of("id", mediaId))));
        Map<String, Object> body = Map.of(
                "type",
                "body",
                "parameters",
                List.of(
                        Map.of("type", "text", "parameter_name", "first_name", "text", "Asha"),
                        Map.of("type", "text", "parameter_name", "city", "text", "Pune")));
        Map<String, Object> template = Map.of(
                "name", "new_collection", "language", Map.of("code", "en_US"), "components", List.of(header, body));
        return graph().body(Map.of(
                        "messaging_product",
                        "whatsapp",
                        "to",
                        "+919811100001",
                        "type",
                        "template",
                        "template",
                        template))
                .post(GRAPH + number + "/messages")
                .then();
    }
}
