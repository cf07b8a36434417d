package io.tiercast.campaign;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.tiercast.boot.Waiting;
import io.tiercast.media.Samples;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Templates from their first draft to the phone, with the sandbox as Meta. */
@QuarkusTest
class OwnTemplateTest {

    private static final AtomicInteger NAMES = new AtomicInteger();

    @Test
    void aTemplateWrittenHereIsApprovedAndSent() {
        long id = Shop.id(create("'components':" + components()).statusCode(201).body("status", equalTo("PENDING")));
        awaitStatus(id, "APPROVED");

        long campaign = Shop.id(Shop.post(
                        "/campaigns",
                        "{'name':'Own','senderIds':[%d],'content':[{'templateId':%d,'variables':{'body.1':'Asha'}}],'audience':{'groupIds':[%d]}}"
                                .formatted(Shop.sender(), id, Shop.groupOf(1)))
                .statusCode(201));
        Shop.post("/campaigns/" + campaign + "/launch").statusCode(200);
        Shop.awaitState(campaign, "COMPLETED");
        assertEquals(1, Shop.get("/campaigns/" + campaign + "/stats").getInt("funnel.accepted"));
    }

    @Test
    void whatBreaksARuleIsRefusedByFieldBeforeMetaIsAsked() {
        create("'components':[{'type':'BODY','text':'Hi {{1}}'}]")
                .statusCode(422)
                .body("type", equalTo("/problems/template-not-valid"))
                .body("errors.field", hasItem("components[0].text"));
    }

    @Test
    void ourFilesAreTheExamplesOfMedia() {
        int picture = upload("image/png", Samples.png());
        long id = Shop.id(create("'components':" + pictured(picture))
                .statusCode(201)
                .body("components[0].example.header_handle", contains("media:" + picture)));
        awaitStatus(id, "APPROVED");
        Shop.post("/templates/sync", "{'senderId':%d}".formatted(Shop.sender())).statusCode(200);
        assertTrue(Shop.get("/templates/" + id)
                .getString("components[0].example.header_handle[0]")
                .startsWith("4::"));
    }

    @Test
    void anExampleOfAnotherKindIsRefusedByField() {
        int document = upload("application/pdf", Samples.pdf());
        create("'components':" + pictured(document))
                .statusCode(422)
                .body("errors.field", contains("components[0].example.header_handle"));
        create("'components':" + pictured(999_999_999))
                .statusCode(422)
                .body("errors.field", contains("components[0].example.header_handle"));
    }

    private static int upload(String type, byte[] content) {
        return Shop.api()
                .config(Samples.BINARY)
                .contentType(type)
                .body(content)
                .post("/api/v1/media")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String pictured(int media) {
        String header = "{'type':'HEADER','format':'IMAGE','example':{'header_handle':['media:%d']}}".formatted(media);
        return "[" + header + "," + components().substring(1);
    }

    @Test
    void metasRefusalIsShownInItsWords() {
        long draft = Shop.id(create("'draft':true,'components':" + components()).statusCode(201));
        Shop.post("/templates/sync", "{'senderId':%d}".formatted(Shop.sender())).statusCode(200);
        Shop.post("/templates/" + draft + "/submit").statusCode(200);
        awaitStatus(draft, "APPROVED");
        create(Shop.get("/templates/" + draft).getString("name"), "'components':" + components())
                .statusCode(409);
    }

    @Test
    void aScamIsRejectedWithItsReason() {
        long id = Shop.id(create("'components':[{'type':'BODY','text':'Send your card number %d.'}]"
                        .formatted(NAMES.incrementAndGet()))
                .statusCode(201));
        awaitStatus(id, "REJECTED");
        assertEquals("SCAM", Shop.get("/templates/" + id).getString("rejectedReason"));
    }

    @Test
    void aDraftIsKeptChangedAndSubmitted() {
        long id = Shop.id(create("'draft':true,'components':[]").statusCode(201).body("status", equalTo("DRAFT")));
        Shop.post("/templates/" + id + "/submit").statusCode(422);
        put(id, "'draft':true,'components':" + components()).statusCode(200).body("status", equalTo("DRAFT"));
        Shop.post("/templates/" + id + "/submit").statusCode(200).body("status", equalTo("PENDING"));
        awaitStatus(id, "APPROVED");
        assertEquals(2, Shop.get("/templates/" + id + "/versions").getList("$").size());
    }

    @Test
    void anApprovedTemplateIsEditedOnceADayAndReviewedAgain() {
        long id = Shop.id(create("'components':" + components()).statusCode(201));
        put(id, "'components':" + components()).statusCode(409);
        awaitStatus(id, "APPROVED");
        put(id, "'components':" + components()).statusCode(200).body("status", equalTo("PENDING"));
        awaitStatus(id, "APPROVED");
        put(id, "'components':" + components()).statusCode(409).body("type", equalTo("/problems/edited-too-often"));
        Shop.api()
                .get("/api/v1/templates/" + id + "/versions")
                .then()
                .statusCode(200)
                .body("number", contains(2, 1));
    }

    @Test
    void theSameWordsAsAnotherTemplatesAreRefused() {
        String components = components();
        create("'components':" + components).statusCode(201);
        create("'components':" + components).statusCode(422).body("errors.field", contains("components"));
    }

    @Test
    void aDeletedTemplateIsGoneHereAndAtMeta() {
        long id = Shop.id(create("'components':" + components()).statusCode(201));
        String name = Shop.get("/templates/" + id).getString("name");
        Shop.api().delete("/api/v1/templates/" + id).then().statusCode(204);
        Shop.api().get("/api/v1/templates/" + id).then().statusCode(404);
        Shop.post("/templates/sync", "{'senderId':%d}".formatted(Shop.sender())).statusCode(200);
        assertEquals(0, Shop.get("/templates?name=" + name).getList("items").size());
    }

    @Test
    void theShapeOfARequestIsChecked() {
        Shop.post("/templates", "{}").statusCode(400);
        Shop.post(
                        "/templates",
                        "{'senderId':999999999,'name':'a','language':'en','category':'UTILITY','components':"
                                + components() + "}")
                .statusCode(422)
                .body("errors.field", contains("senderId"));
    }

    private static ValidatableResponse create(String fields) {
        return create("own_" + NAMES.incrementAndGet(), fields);
    }

    private static ValidatableResponse create(String name, String fields) {
        return Shop.post(
                "/templates",
                "{'senderId':%d,'name':'%s','language':'en','category':'UTILITY',%s}"
                        .formatted(Shop.sender(), name, fields));
    }

    private static ValidatableResponse put(long id, String fields) {
        return Shop.api()
                .contentType(ContentType.JSON)
                .body(("{'category':'UTILITY'," + fields + "}").replace('\'', '"'))
                .put("/api/v1/templates/" + id)
                .then();
    }

    /** Each time other words: Meta refuses the same twice. */
    private static String components() {
        return "[{'type':'BODY','text':'Hello {{1}}, your order %d is here.','example':{'body_text':[['Asha']]}}]"
                .formatted(NAMES.incrementAndGet());
    }

    private static void awaitStatus(long id, String status) {
        Waiting.until(
                "template " + id + " to be " + status,
                Duration.ofSeconds(30),
                () -> Shop.get("/templates/" + id).getString("status").equals(status));
    }
}
