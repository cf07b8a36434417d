package io.tiercast.template;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tiercast.meta.FakeGraph;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An account of its own whose templates Meta lists on two pages, and the sender that stands for it. */
final class TemplateAccount {

    private static final AtomicInteger NEXT = new AtomicInteger(7000);

    final String wabaId;
    final int senderId;

    TemplateAccount() {
        wabaId = Integer.toString(NEXT.getAndIncrement());
        FakeGraph.answers("n" + wabaId, "{\"id\":\"n\",\"display_phone_number\":\"+1 555\",\"status\":\"CONNECTED\"}");
        FakeGraph.answers(wabaId, "{\"id\":\"" + wabaId + "\"}");
        list("", page("c1", template("promo", "APPROVED", Components.POSITIONAL)));
        list("?after=c1", page(null, template("otp", "APPROVED", Components.OTP_AS_LISTED)));
        senderId = api().body(Map.of(
                        "name",
                        "Shop",
                        "phoneNumberId",
                        "n" + wabaId,
                        "wabaId",
                        wabaId,
                        "accessToken",
                        FakeGraph.TOKEN))
                .post("/api/v1/senders")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    void list(String cursor, String page) {
        FakeGraph.answers(wabaId + "/message_templates" + cursor, page);
    }

    ValidatableResponse sync() {
        return api().body(Map.of("senderId", senderId))
                .post("/api/v1/templates/sync")
                .then()
                .statusCode(200);
    }

    ValidatableResponse templates(String query) {
        return api().get("/api/v1/templates?senderId=" + senderId + query)
                .then()
                .statusCode(200);
    }

    static String page(String next, String... templates) {
        String paging = next == null
                ? "{\"cursors\":{\"before\":\"b\",\"after\":\"end\"}}"
                : "{\"cursors\":{\"after\":\"" + next + "\"},\"next\":\"https://graph.example/next\"}";
        return "{\"data\":[" + String.join(",", templates) + "],\"paging\":" + paging + "}";
    }

    static String template(String name, String status, String components) {
        return """
            {"id":"id-%s","name":"%s","language":"pt_BR","status":"%s","category":"MARKETING","components":%s,
             "quality_score":{"score":"GREEN"},"rejected_reason":"NONE"}""".formatted(name, name, status, components);
    }

    static RequestSpecification api() {
        return given().auth().oauth2("test-key-test-key-test-key-test-key").contentType(ContentType.JSON);
    }
}
