package io.tiercast.webhook;

import static io.restassured.RestAssured.given;
import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.json;
import static io.tiercast.webhook.Business.get;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.tiercast.contact.People;
import io.tiercast.meta.FakeGraph;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which replies decide, and who says so. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class ConsentWordsTest {

    private static final String PATH = "/api/v1/consent-words";

    private Business business;
    private long contact;

    @BeforeEach
    void somebodyWhoWantsMarketing() {
        business = new Business();
        contact = business.contact();
    }

    @AfterEach
    void theConfiguredWordsAgain() {
        get("/consent-words").getList("lists.language").forEach(language -> api().delete(PATH + "/" + language));
    }

    @Test
    void theConfiguredWordsHoldUntilSomebodyReplacesThem() {
        api().get(PATH)
                .then()
                .body("optOut", hasItems("stop", "unsubscribe"))
                .body("confirmation", hasItem("yes"))
                .body("lists.language", equalTo(List.of("any")))
                .body("lists[0].own", equalTo(false))
                .body("lists[0].updatedAt", nullValue());
        inbound("Unsubscribe!");
        assertEquals("OPTED_OUT", consent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "¡Baja!",
                "STOP 🙏🏽",
                "रोकें।",
                "توقف،",
                "«Stop»",
                "Stop…",
                "STOPALL",
                "Cancel.",
                "end",
                "Quit",
                "¿Cancelar?"
            })
    void signsAroundAWordChangeNothing(String text) {
        inbound(text);
        assertEquals("OPTED_OUT", consent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"🙏", "…", "please do not stop", "the end"})
    void whatOnlyHoldsAWordOrNoneIsNoOptOut(String text) {
        inbound(text);
        assertEquals("OPTED_IN", consent());
    }

    @Test
    void aLoneSignMayBeAWord() {
        put("any", "{'optOut':['🛑']}", 200);
        inbound("👍");
        assertEquals("OPTED_IN", consent());
        inbound("🛑!");
        assertEquals("OPTED_OUT", consent());
    }

    @Test
    void ownWordsTakeTheirPlaceWithTheNextReply() {
        put("any", "{'optOut':['No mas'],'confirmation':['claro']}", 200);
        inbound("STOP");
        assertEquals("OPTED_IN", consent());
        inbound("no más.");
        assertEquals("OPTED_OUT", consent());
        api().get(PATH).then().body("optOut", equalTo(List.of("No mas"))).body("lists[0].own", equalTo(true));
    }

    @Test
    void theWordsOfALanguageStandBesideTheOthersUntilTheyAreForgotten() {
        put("pt_BR", "{'optOut':['chega']}", 200);
        api().get(PATH)
                .then()
                .body("optOut", hasItems("stop", "chega"))
                .body("lists.language", equalTo(List.of("any", "pt_BR")));
        inbound("Chega");
        assertEquals("OPTED_OUT", consent());

        api().delete(PATH + "/pt_BR").then().statusCode(204);
        api().get(PATH).then().body("optOut", not(hasItem("chega")));
        api().get(PATH + "/pt_BR").then().statusCode(404);
    }

    @Test
    void anOwnWordConfirmsForWhoWasAsked() {
        put("de", "{'optOut':[],'confirmation':['gerne']}", 200);
        contact = People.contact();
        Business.post("/contacts/" + contact + "/consent-request", "{}").statusCode(200);
        inbound("Gerne!");
        assertEquals("whatsapp confirmation", get("/contacts/" + contact).getString("consent.source"));
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        String configured = api().get(PATH + "/any").header("ETag");
        String mine = put("any", "{'optOut':['stop']}", 200).header("ETag");
        json("{'optOut':['halt']}")
                .header("If-Match", configured)
                .put(PATH + "/any")
                .then()
                .statusCode(412);
        json("{'optOut':['halt']}")
                .header("If-Match", mine)
                .put(PATH + "/any")
                .then()
                .statusCode(200);
    }

    @Test
    void whoMayOnlyLookChangesNothing() {
        String name = "reader " + UUID.randomUUID();
        String key = json("{'name':'%s','scope':'READ'}".formatted(name))
                .post("/api/v1/api-keys")
                .path("key");
        given().header("Authorization", "Bearer " + key).get(PATH).then().statusCode(200);
        given().header("Authorization", "Bearer " + key)
                .contentType(ContentType.JSON)
                .body("{\"optOut\":[\"halt\"]}")
                .put(PATH + "/any")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            any | {'optOut':['stop','']} | 400 | optOut[1]
            any | {'optOut':['12345678901234567890123456789012345678901']} | 400 | optOut[0]
            any | {'optOut':['stop'],'confirmation':['yes',null]} | 400 | confirmation[1]
            any | {'confirmation':['yes']} | 400 | optOut
            any | {'optOut':'stop'} | 400 | optOut
            any | {'optOut':['stop','Halt!','STOP.']} | 422 | optOut[2]
            any | {'optOut':['stop','?!']} | 422 | optOut[1]
            any | {'optOut':['stop'],'confirmation':['yes','Stop']} | 422 | confirmation[1]
            any | {'optOut':[]} | 422 | optOut
            Klingon | {'optOut':['stop']} | 400 | language
            """)
    void wordsThatCannotBeUsedAreNamed(String language, String body, int status, String field) {
        json(body).put(PATH + "/" + language).then().statusCode(status).body("errors.field", hasItem(field));
    }

    @Test
    void moreThanTwoHundredWordsAreTooMany() {
        String words = String.join(
                ",", IntStream.range(0, 201).mapToObj(i -> "'w" + i + "'").toList());
        json("{'optOut':[" + words + "]}")
                .put(PATH + "/any")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("optOut"));
    }

    private Response put(String language, String body, int status) {
        return json(body)
                .put(PATH + "/" + language)
                .then()
                .statusCode(status)
                .extract()
                .response();
    }

    private void inbound(String text) {
        business.tell("messages", """
                {'messaging_product':'whatsapp','metadata':{'phone_number_id':'n%s'},
                 'messages':[{'id':'wamid.w','timestamp':'%d','from':'%s','type':'text','text':{'body':'%s'}}]}""".formatted(
                        business.wabaId, Instant.now().getEpochSecond(), business.phoneOf(contact), text));
    }

    private String consent() {
        return get("/contacts/" + contact).getString("consent.marketing");
    }
}
