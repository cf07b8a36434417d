package io.tiercast.sender;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Numbers that send through somebody else than Meta, and their templates, which are kept here. */
@QuarkusTest
class ProviderSenderTest {

    private static final String KEY = "test-key-test-key-test-key-test-key";
    private static final AtomicLong NEXT = new AtomicLong(70_000);

    private static final String NUMBER =
            "'number':{'displayPhoneNumber':'+1 555 000 1111','verifiedName':'Acme','throughputPerSecond':20,'messagingLimit':'TIER_10K'}";
    private static final String HTTP = """
            {'type':'HTTP','send':{'url':'https://api.example.com/send','headers':{'X-Key':'{{secret}}'},'body':{'to':'{{to}}'}},
             'answer':{'messageId':'/id'},'callbacks':{'type':'HEADER','name':'X-Token'},%s}""".formatted(NUMBER);
    private static final String BSP =
            "{'type':'CLOUD_API','baseUrl':'https://waba.example.com/v1','templateSync':false,"
                    + "'templateCreation':false,%s}".formatted(NUMBER);

    @Test
    void whatTheOperatorSaysOfANumberHoldsWhereTheProviderCannotBeAsked() {
        add(HTTP, "'appSecret':'hook'")
                .statusCode(201)
                .body("status", equalTo("CONNECTED"))
                .body("displayPhoneNumber", equalTo("+1 555 000 1111"))
                .body("verifiedName", equalTo("Acme"))
                .body("throughputPerSecond", equalTo(20f))
                .body("messagingLimit", equalTo(10_000))
                .body("provider.type", equalTo("HTTP"))
                .body("provider.send.headers.X-Key", equalTo("{{secret}}"))
                .body("capabilities.evidence", equalTo(false))
                .body("capabilities.templateSync", equalTo(false))
                .body("webhookPath", startsWith("/webhooks/provider/"))
                .body(not(containsString("s3cret")));
        add(BSP, "'appSecret':'hook'")
                .statusCode(201)
                .body("provider.baseUrl", equalTo("https://waba.example.com/v1"))
                .body("provider.callbacks.name", equalTo("X-Hub-Signature-256"))
                .body("capabilities.evidence", equalTo(true))
                .body("capabilities.limits", equalTo(false))
                .body("webhookPath", startsWith("/webhooks/meta/"));
    }

    @Test
    void itCanBeReadAgainAndChanged() {
        long id = id(add(HTTP, "'appSecret':'hook'").statusCode(201));
        post("/senders/" + id + "/sync", "{}").statusCode(200).body("messagingLimit", equalTo(10_000));
        patch(id, "{'provider':" + HTTP.replace("TIER_10K", "TIER_UNLIMITED").replace("20,", "45,") + "}")
                .statusCode(200)
                .body("messagingLimit", nullValue())
                .body("throughputPerSecond", equalTo(45f));
        patch(id, "{'provider':" + BSP + "}")
                .statusCode(200)
                .body("provider.type", equalTo("CLOUD_API"))
                .body("webhookPath", startsWith("/webhooks/meta/"));
    }

    @Test
    void whatCannotBeIsRefusedByField() {
        add(HTTP.replace("https://api.example.com", "ftp://api.example.com").replace("{{to}}", "{{too}}"), "")
                .statusCode(422)
                .body("type", equalTo("/problems/provider-not-valid"))
                .body("errors.field", containsInAnyOrder("provider.send.body", "provider.send.url", "appSecret"));
        add(HTTP.replace("'/id'", "'id'"), "'appSecret':'hook'")
                .statusCode(400)
                .body("errors.field", contains("provider.answer.messageId"));
        add(BSP.replace("CLOUD_API", "PIGEON"), "'appSecret':'hook'").statusCode(400);
        add("{'type':'CLOUD_API'}", "'appSecret':'hook'")
                .statusCode(400)
                .body("errors.field", contains("provider.baseUrl"));
        add(BSP.replace("'baseUrl'", "'nonsense':1,'baseUrl'"), "'appSecret':'hook'")
                .statusCode(400);
        long id = id(add(HTTP, "'appSecret':'hook'").statusCode(201));
        patch(id, "{'marketingMessages':'FALLBACK'}")
                .statusCode(422)
                .body("errors.field", contains("marketingMessages"));
        patch(id, "{'appSecret':null}").statusCode(422).body("errors.field", contains("appSecret"));
    }

    @Test
    void anUnreachableProviderIsSaid() {
        add("{'type':'CLOUD_API','baseUrl':'http://127.0.0.1:1/v1'}", "'appSecret':'hook'")
                .statusCode(503);
    }

    @Test
    void itsTemplatesAreCopiedByHand() {
        long sender = id(add(HTTP, "'appSecret':'hook'").statusCode(201));
        post("/templates/sync", "{'senderId':%d}".formatted(sender))
                .statusCode(409)
                .body("type", equalTo("/problems/not-offered"));
        long id = id(template(sender, "'components':[{'type':'BODY','text':'Hello {{1}}, welcome.'}]")
                .statusCode(201)
                .body("status", equalTo("APPROVED"))
                .body("notSendable", nullValue()));
        template(sender, "'components':[{'type':'BODY','text':'{{1}}'}]").statusCode(422);
        long campaign = id(
                post("/campaigns", "{'name':'x','senderIds':[%d],'content':[{'templateId':%d}]}".formatted(sender, id))
                        .statusCode(201));
        post("/campaigns/" + campaign + "/preflight", "{}")
                .statusCode(200)
                .body("warnings.code", hasItems("NO_STATUSES", "DOUBTS_STAY_OPEN", "NO_REPLIES"));
        api().delete("/api/v1/campaigns/" + campaign).then().statusCode(204);
        put(id, "{'category':'UTILITY','components':[{'type':'BODY','text':'Good day {{1}}, welcome.'}]}")
                .statusCode(200)
                .body("status", equalTo("APPROVED"));
        long draft = id(template(sender, "'draft':true,'components':[]").statusCode(201));
        post("/templates/" + draft + "/submit", "{}").statusCode(422);
        put(draft, "{'category':'UTILITY','components':[{'type':'BODY','text':'Bye.'}]}")
                .statusCode(200)
                .body("status", equalTo("APPROVED"));
        api().delete("/api/v1/templates/" + id).then().statusCode(204);
    }

    @Test
    void itsTemplatesAreImported() {
        long sender = id(add(HTTP, "'appSecret':'hook'").statusCode(201));
        String import_ = """
                {'senderId':%d,'templates':[
                  {'id':'77','name':'one','language':'en','category':'MARKETING','components':[{'type':'body','text':'Hi {{name}}!'}]},
                  {'name':'two','language':'hi','category':'UTILITY','components':[{'type':'BODY','text':'Hi.'},{'type':'HOLOGRAM','angle':7}]}]}""".formatted(sender);
        post("/templates/import", import_)
                .statusCode(200)
                .body("created", equalTo(2))
                .body("missing", equalTo(0));
        post("/templates/import", import_).statusCode(200).body("unchanged", equalTo(2));
        api().get("/api/v1/templates?senderId=" + sender)
                .then()
                .statusCode(200)
                .body("items.status", contains("APPROVED", "APPROVED"))
                .body("items[0].components[1].angle", equalTo(7))
                .body("items[0].notSendable", containsString("HOLOGRAM"))
                .body("items[1].variables.key", contains("body.name"))
                .body("items[1].notSendable", nullValue());
        post(
                        "/templates/import",
                        "{'senderId':%d,'templates':[{'name':'One','language':'en','category':'X'}]}".formatted(sender))
                .statusCode(422)
                .body(
                        "errors.field",
                        contains("templates[0].name", "templates[0].category", "templates[0].components"));
        post("/templates/import", "{'senderId':%d,'templates':[]}".formatted(sender))
                .statusCode(400);
    }

    @Test
    void callsThatProveNothingAreTurnedAway() {
        String path = add(HTTP, "'appSecret':'hook'").statusCode(201).extract().path("webhookPath");
        call(path, "hook", "{}").statusCode(200);
        call(path, "other", "{}").statusCode(401).body(equalTo(""));
        call("/webhooks/provider/nobody", "hook", "{}").statusCode(401);
        call(path, "hook", "{").statusCode(400);
        given().header("X-Token", "hook")
                .body("{}")
                .post(path.replace("provider", "meta"))
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse call(String path, String token, String body) {
        return given().header("X-Token", token)
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    private static ValidatableResponse add(String provider, String more) {
        long n = NEXT.incrementAndGet();
        String body = "{'name':'P','phoneNumberId':'p%d','wabaId':'w%d','accessToken':'s3cret','provider':%s%s}"
                .formatted(n, n, provider, more.isEmpty() ? "" : "," + more);
        return post("/senders", body);
    }

    private static ValidatableResponse template(long sender, String fields) {
        return post(
                "/templates",
                "{'senderId':%d,'name':'t%d','language':'en','category':'UTILITY',%s}"
                        .formatted(sender, NEXT.incrementAndGet(), fields));
    }

    private static io.restassured.specification.RequestSpecification api() {
        return given().header("Authorization", "Bearer " + KEY).contentType(ContentType.JSON);
    }

    private static ValidatableResponse post(String path, String body) {
        return api().body(body.replace('\'', '"')).post("/api/v1" + path).then();
    }

    private static ValidatableResponse put(long template, String body) {
        return api().body(body.replace('\'', '"'))
                .put("/api/v1/templates/" + template)
                .then();
    }

    private static ValidatableResponse patch(long id, String body) {
        return api().body(body.replace('\'', '"'))
                .patch("/api/v1/senders/" + id)
                .then();
    }

    private static long id(ValidatableResponse response) {
        return response.extract().jsonPath().getLong("id");
    }
}
