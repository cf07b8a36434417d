package io.tiercast.campaign;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tiercast.boot.Waiting;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A business that has all it takes for a campaign: a number of the sandbox, its templates, and people in a group. */
final class Shop {

    private static final String KEY = "test-key-test-key-test-key-test-key";
    private static final AtomicLong PHONES = new AtomicLong(9_700_000_000L);
    private static final AtomicLong NAMES = new AtomicLong();

    private Shop() {}

    static RequestSpecification api() {
        return given().header("Authorization", "Bearer " + KEY);
    }

    static ValidatableResponse post(String path, String body) {
        return api().contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post("/api/v1" + path)
                .then();
    }

    static ValidatableResponse post(String path) {
        return api().post("/api/v1" + path).then();
    }

    static JsonPath get(String path) {
        return api().get("/api/v1" + path).then().statusCode(200).extract().jsonPath();
    }

    /** The sandbox's first number, connected once. */
    static long sender() {
        JsonPath known = get("/senders");
        if (!known.getList("items").isEmpty()) {
            return known.getLong("items[-1].id");
        }
        JsonPath account = get("/sandbox");
        long sender = id(post("/senders", """
                        {'name':'Shop','phoneNumberId':'%s','wabaId':'%s','accessToken':'%s'}""".formatted(
                                account.getString("account.numbers[0].phoneNumberId"),
                                account.getString("account.wabaId"),
                                account.getString("account.accessToken")))
                .statusCode(201));
        post("/templates/sync", "{'senderId':%d}".formatted(sender)).statusCode(200);
        return sender;
    }

    static long template(String name, String language) {
        sender();
        return get("/templates?limit=200")
                .getLong("items.find{it.name=='%s' && it.language=='%s'}.id".formatted(name, language));
    }

    static long group() {
        return id(post("/groups", "{'name':'Customers %d'}".formatted(NAMES.incrementAndGet()))
                .statusCode(201));
    }

    /** A group with this many people who want marketing. */
    static long groupOf(int people) {
        long group = group();
        for (int i = 0; i < people; i++) {
            join(group, contact("'name':'Asha','consent':{'marketing':'OPTED_IN'}"));
        }
        return group;
    }

    /** A contact with a phone that no other has. */
    static long contact(String fields) {
        return id(post("/contacts", "{'phone':'+91%d',%s}".formatted(PHONES.incrementAndGet(), fields))
                .statusCode(201));
    }

    static void join(long group, long contact) {
        post("/groups/%d/members".formatted(group), "{'contactIds':[%d]}".formatted(contact))
                .statusCode(200);
    }

    /** A draft of the Diwali offer to a group, all variables mapped. */
    static long draft(long group) {
        return draft(group, "");
    }

    /** @param more further fields of the campaign, each with its comma in front */
    static long draft(long group, String more) {
        return id(post("/campaigns", plan(group, more)).statusCode(201));
    }

    static String plan(long group, String more) {
        return """
               {'name':'Diwali','senderIds':[%d],
                'content':[{'templateId':%d,'variables':{
                  'body.1':{'path':'contact.name','fallback':'there'},'body.2':{'value':'Pune'},'body.3':{'value':'20%%'},
                  'button.0.url':{'value':'diwali'}}}],
                'audience':{'groupIds':[%d]}%s}""".formatted(sender(), template("diwali_offer", "en"), group, more);
    }

    static void awaitState(long campaign, String state) {
        Waiting.until(
                "campaign " + campaign + " to be " + state,
                Duration.ofSeconds(60),
                () -> get("/campaigns/" + campaign).getString("state").equals(state));
    }

    static long id(ValidatableResponse response) {
        return response.extract().jsonPath().getLong("id");
    }
}
