package io.tiercast.webhook;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tiercast.boot.Waiting;
import io.tiercast.meta.FakeGraph;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A business with an account, a number and templates of its own at a Meta that only answers questions. */
public final class Business {

    private static final String KEY = "test-key-test-key-test-key-test-key";
    private static final AtomicLong NEXT = new AtomicLong(880_000);
    private static final AtomicLong PHONES = new AtomicLong(9_600_000_000L);

    public final String wabaId = Long.toString(NEXT.incrementAndGet());
    final String portfolioId = "P" + wabaId;
    final String display = "1555" + wabaId;
    public final long senderId;

    public Business() {
        account();
        number("n" + wabaId, "GREEN", "STANDARD", "TIER_2K");
        templates("promo", "MARKETING", "APPROVED");
        senderId = addNumber("n" + wabaId);
        sync();
    }

    void account() {
        FakeGraph.answers(
                wabaId, "{\"id\":\"%s\",\"owner_business_info\":{\"id\":\"%s\"}}".formatted(wabaId, portfolioId));
    }

    void number(String id, String quality, String level, String tier) {
        FakeGraph.answers(id, """
                {"id":"%s","display_phone_number":"+1 555 %s","verified_name":"Acme","status":"CONNECTED","quality_rating":"%s",
                 "throughput":{"level":"%s"},"whatsapp_business_manager_messaging_limit":"%s"}""".formatted(id, wabaId, quality, level, tier));
    }

    void templates(String name, String category, String status) {
        FakeGraph.answers(wabaId + "/message_templates", """
                {"data":[{"id":"t%s","name":"%s","language":"pt_BR","category":"%s","status":"%s",
                  "components":[{"type":"BODY","text":"Hello"}]}]}""".formatted(wabaId, name, category, status));
    }

    long addNumber(String id) {
        return id(post("/senders", """
                        {'name':'Shop','phoneNumberId':'%s','wabaId':'%s','accessToken':'%s'}""".formatted(id, wabaId, FakeGraph.TOKEN)).statusCode(201));
    }

    void sync() {
        post("/templates/sync", "{'senderId':%d}".formatted(senderId)).statusCode(200);
    }

    JsonPath template() {
        return get("/templates?senderId=" + senderId).setRootPath("items[0]");
    }

    JsonPath sender() {
        return get("/senders/" + senderId);
    }

    /** A launched campaign that waits for its hours, two of them from now; its queue is open. */
    public long waitingCampaign(String delivery) {
        long campaign = draft(delivery);
        post("/campaigns/" + campaign + "/launch", "{}").statusCode(200);
        awaitState(campaign, "WAITING");
        return campaign;
    }

    /** @param delivery further fields of the delivery, each with its comma in front */
    public long draft(String delivery) {
        return plan("'hours':{'from':'%s','to':'%s','timezone':'UTC'}%s".formatted(hour(2), hour(3), delivery));
    }

    /** @param delivery all fields of the delivery */
    long plan(String delivery) {
        return id(post("/campaigns", """
                        {'name':'Promo','senderIds':[%d],'content':[{'templateId':%d}],'audience':{'contactIds':[%d]},'delivery':{%s}}""".formatted(senderId, template().getLong("id"), contact(), delivery))
                .statusCode(201));
    }

    public long contact() {
        return id(post(
                        "/contacts",
                        "{'phone':'+91%d','consent':{'marketing':'OPTED_IN'}}".formatted(PHONES.incrementAndGet()))
                .statusCode(201));
    }

    public String phoneOf(long contact) {
        return get("/contacts/" + contact).getString("phone").substring(1);
    }

    public void tell(String field, String value) {
        Webhook.tell(wabaId, field, value);
    }

    /** The fields by which Meta names the template. */
    String named() {
        return "'message_template_id':'t%s','message_template_name':'promo','message_template_language':'pt-BR'"
                .formatted(wabaId);
    }

    public static void awaitState(long campaign, String state) {
        Waiting.until(
                "campaign " + campaign + " to be " + state,
                Duration.ofSeconds(20),
                () -> get("/campaigns/" + campaign).getString("state").equals(state));
    }

    public static RequestSpecification api() {
        return given().header("Authorization", "Bearer " + KEY);
    }

    public static ValidatableResponse post(String path, String body) {
        return api().contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post("/api/v1" + path)
                .then();
    }

    public static JsonPath get(String path) {
        return api().get("/api/v1" + path).then().statusCode(200).extract().jsonPath();
    }

    public static long id(ValidatableResponse response) {
        return response.extract().jsonPath().getLong("id");
    }

    private static String hour(int fromNow) {
        return "%02d:00"
                .formatted(Instant.now()
                        .plus(fromNow, ChronoUnit.HOURS)
                        .atOffset(ZoneOffset.UTC)
                        .getHour());
    }
}
