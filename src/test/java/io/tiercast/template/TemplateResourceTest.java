package io.tiercast.template;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tiercast.meta.FakeGraph;
import io.tiercast.sql.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FakeGraph.class)
class TemplateResourceTest {

    private static int last = 7000;

    @Inject
    Sql sql;

    private String wabaId;
    private int senderId;

    /** Every test has an account of its own. */
    @BeforeEach
    void aSenderWhoseAccountHasTwoPagesOfTemplates() {
        wabaId = Integer.toString(last++);
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

    @Test
    void allPagesAreReadAndASecondSyncFindsNothingNew() {
        sync().body("created", equalTo(2)).body("updated", equalTo(0)).body("missing", equalTo(0));
        sync().body("created", equalTo(0)).body("updated", equalTo(0)).body("unchanged", equalTo(2));
    }

    @Test
    void aListWhosePlaceExpiredIsReadAgainFromItsBeginning() {
        FakeGraph.refusesOnce(wabaId + "/message_templates?after=c1", 131059);
        sync().body("created", equalTo(2));
    }

    @Test
    void aChangeAtMetaIsTakenOver() {
        sync();
        list("?after=c1", page(null, template("otp", "PAUSED", Components.OTP_AS_LISTED)));
        sync().body("updated", equalTo(1)).body("unchanged", equalTo(1));
        templates("&name=otp")
                .body("items.status", contains("PAUSED"))
                .body("items[0].notSendable", equalTo("Meta has it as PAUSED; only APPROVED templates may be sent."));
    }

    @Test
    void whatMetaNoLongerListsStaysAndIsMarkedUntilItComesBack() {
        sync();
        list("", page(null));
        sync().body("missing", equalTo(2)).body("unchanged", equalTo(0));
        sync().body("missing", equalTo(2));
        templates("&name=promo")
                .body("items[0].missing", equalTo(true))
                .body("items[0].status", equalTo("APPROVED"))
                .body("items[0].notSendable", equalTo("Meta no longer lists this template."));
        list("", page(null, template("promo", "APPROVED", Components.POSITIONAL)));
        sync().body("updated", equalTo(1)).body("missing", equalTo(1));
        templates("&name=promo").body("items[0].missing", equalTo(false)).body("items[0].notSendable", nullValue());
    }

    @Test
    void anAccountHasItsOwnTemplatesAndLeavesThoseOfOthersAlone() {
        sync();
        int first = senderId;
        aSenderWhoseAccountHasTwoPagesOfTemplates();
        list("", page(null, template("promo", "PAUSED", Components.POSITIONAL)));
        sync().body("created", equalTo(1)).body("missing", equalTo(0));

        templates("").body("items.status", contains("PAUSED"));
        senderId = first;
        templates("")
                .body("items.status", contains("APPROVED", "APPROVED"))
                .body("items.missing", contains(false, false));
    }

    @Test
    void theSameNameInTwoLanguagesIsTwoTemplates() {
        String english = template("promo", "APPROVED", Components.POSITIONAL);
        list("", page(null, english, english.replace("pt_BR", "en"), english));
        sync().body("created", equalTo(2));
    }

    @Test
    void aTemplateShowsItsComponentsAndVariables() {
        sync();
        int id = templates("&name=promo").extract().path("items[0].id");
        api().get("/api/v1/templates/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("promo"))
                .body("language", equalTo("pt_BR"))
                .body("category", equalTo("MARKETING"))
                .body("quality", equalTo("GREEN"))
                .body("components[0].type", equalTo("HEADER"))
                .body("variables.key", contains("header.1", "body.1", "body.2"))
                .body("variables.example", contains("Ana", "Ana", "A-100"));
    }

    @Test
    void aListIsFilteredAndPaged() {
        sync();
        templates("").body("items.name", contains("otp", "promo"));
        templates("&status=PAUSED").body("items", hasSize(0));
        templates("&category=MARKETING&status=APPROVED").body("items", hasSize(2));
        String cursor = templates("&limit=1")
                .body("items.name", contains("otp"))
                .extract()
                .path("nextCursor");
        templates("&limit=1&cursor=" + cursor)
                .body("items.name", contains("promo"))
                .body("nextCursor", nullValue());
    }

    @Test
    void aListIsSearchedByPartOfTheNameLanguageAndQuality() {
        sync();
        templates("&search=RO").body("items.name", contains("promo"));
        templates("&search=_").body("items", hasSize(0));
        templates("&language=pt_BR&quality=GREEN").body("items", hasSize(2));
        templates("&language=en").body("items", hasSize(0));
        templates("&quality=UNKNOWN").body("items", hasSize(0));
    }

    @Test
    void aTemplateIsCheckedWhileItIsWrittenAndNothingIsKept() {
        check(
                        "{\"name\":\"Big\",\"language\":\"en\",\"category\":\"UTILITY\",\"components\":[{\"type\":\"BODY\",\"text\":\"{{1}} ok\"}]}")
                .body("problems.field", contains("name", "components[0].text", "components[0].example.body_text"));
        check(
                        "{\"category\":\"MARKETING\",\"components\":[{\"type\":\"body\",\"text\":\"Sale\"}],\"timeToLive\":\"PT24H\"}")
                .body("problems", hasSize(0));
        check("{\"category\":\"MARKETING\",\"components\":{}}").body("problems.field", contains("components"));
        templates("").body("items", hasSize(0));
    }

    private static ValidatableResponse check(String body) {
        return api().body(body).post("/api/v1/templates/check").then().statusCode(200);
    }

    @Test
    void aPreviewFillsInWhatIsGivenAndShowsExamplesForTheRest() {
        preview("promo", "{\"variables\":{\"header.1\":\"Bo\",\"body.1\":{\"value\":\" two\\n lines \"}}}")
                .body("header", equalTo("Hello Bo"))
                .body("body", equalTo("Order A-100 for two lines. Thanks, two lines!"))
                .body("footer", equalTo("Acme"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type':'BODY','text':'Hi'}   | PT24H      | components
            null                          | PT24H      | components
            [{'type':'BODY','text':'Hi'}] | P999999D   | timeToLive
            [{'type':'BODY','text':'Hi'}] | PT0S       | timeToLive
            """)
    void whatCannotBeKeptIsNoDraftEither(String components, String timeToLive, String field) {
        String draft =
                "{'senderId':%d,'name':'odd','language':'en','category':'MARKETING','draft':true,'components':%s,'timeToLive':'%s'}";
        api().body(draft.formatted(senderId, components, timeToLive).replace('\'', '"'))
                .post("/api/v1/templates")
                .then()
                .statusCode(422)
                .body("errors.field", contains(field));
    }

    @Test
    void aPreviewForAContactReadsItsData() {
        long contact = sql.first(
                        "insert into contact (phone, name, attributes) values ($1, 'Asha', '{\"city\":\"Pune\"}') returning id",
                        row -> row.getLong("id"),
                        "+9198000" + wabaId)
                .await()
                .atMost(Duration.ofSeconds(5));
        String variables = """
                {"header.1":{"path":"contact.name"},"body.1":{"path":"contact.attributes.city","fallback":"x"},
                 "body.2":{"path":"contact.attributes.none","fallback":"nothing"}}""";
        preview("promo", "{\"contactId\":" + contact + ",\"variables\":" + variables + "}")
                .body("header", equalTo("Hello Asha"))
                .body("body", equalTo("Order nothing for Pune. Thanks, Pune!"));
        preview("promo", "{\"variables\":" + variables + "}")
                .body("header", equalTo("Hello Ana"))
                .body("body", equalTo("Order nothing for x. Thanks, x!"));
    }

    @Test
    void aPreviewShowsButtons() {
        list("", page(null, template("sale", "APPROVED", Components.BUTTONS)));
        preview("sale", "{\"variables\":{\"button.1.url\":\"boots\"}}")
                .body("header", nullValue())
                .body("buttons.type", contains("QUICK_REPLY", "URL", "URL", "COPY_CODE", "PHONE_NUMBER"))
                .body(
                        "buttons.target",
                        contains(
                                null, "https://acme.example/p/boots", "https://acme.example", "25OFF", "+15550001111"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"contactId\":999999999}|contactId",
                "{\"variables\":{\"body.1\":{\"path\":\"contact.nonsense\"}}}|variables.body.1",
                "{\"variables\":{\"body.1\":{\"path\":\"contact.name\",\"value\":\"x\"}}}|variables.body.1",
                "{\"variables\":{\"body.1\":{}}}|variables.body.1"
            })
    void aPreviewOfWhatCannotBeNamesTheField(String body, String field) {
        sync();
        int id = templates("").extract().path("items[0].id");
        api().body(body)
                .post("/api/v1/templates/" + id + "/preview")
                .then()
                .statusCode(422)
                .body("errors.field", contains(field));
    }

    @Test
    void aPreviewTakesSoManyVariablesAndNoMore() {
        sync();
        int id = templates("").extract().path("items[0].id");
        Map<String, String> variables =
                IntStream.rangeClosed(1, 1_001).boxed().collect(Collectors.toMap(n -> "body." + n, n -> "x"));
        api().body(Map.of("variables", variables))
                .post("/api/v1/templates/" + id + "/preview")
                .then()
                .statusCode(400)
                .body("errors.field", contains("variables"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "{\"variables\":[]}", "{\"variables\":{\"body.1\":null}}", "{\"variables\":{\"body.1\":7}}"
            })
    void aPreviewOfTheWrongShapeIsRefused(String body) {
        sync();
        int id = templates("").extract().path("items[0].id");
        api().body(body).post("/api/v1/templates/" + id + "/preview").then().statusCode(400);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        api().get("/api/v1/templates/999999999").then().statusCode(404);
        api().body("{}").post("/api/v1/templates/999999999/preview").then().statusCode(404);
        api().body("{\"senderId\":999999999}")
                .post("/api/v1/templates/sync")
                .then()
                .statusCode(422)
                .body("errors.field", contains("senderId"));
        api().body("{}").post("/api/v1/templates/sync").then().statusCode(400);
    }

    @Test
    void aSyncThatMetaRefusesChangesNothing() {
        sync();
        FakeGraph.refusesOnce(wabaId + "/message_templates", 190);
        api().body(Map.of("senderId", senderId))
                .post("/api/v1/templates/sync")
                .then()
                .statusCode(422);
        templates("").body("items.missing", contains(false, false));
    }

    private void list(String cursor, String page) {
        FakeGraph.answers(wabaId + "/message_templates" + cursor, page);
    }

    private static String page(String next, String... templates) {
        String paging = next == null
                ? "{\"cursors\":{\"before\":\"b\",\"after\":\"end\"}}"
                : "{\"cursors\":{\"after\":\"" + next + "\"},\"next\":\"https://graph.example/next\"}";
        return "{\"data\":[" + String.join(",", templates) + "],\"paging\":" + paging + "}";
    }

    private static String template(String name, String status, String components) {
        return """
            {"id":"id-%s","name":"%s","language":"pt_BR","status":"%s","category":"MARKETING","components":%s,
             "quality_score":{"score":"GREEN"},"rejected_reason":"NONE"}""".formatted(name, name, status, components);
    }

    private ValidatableResponse sync() {
        return api().body(Map.of("senderId", senderId))
                .post("/api/v1/templates/sync")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse templates(String query) {
        return api().get("/api/v1/templates?senderId=" + senderId + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse preview(String name, String body) {
        sync();
        int id = templates("&name=" + name).extract().path("items[0].id");
        return api().body(body)
                .post("/api/v1/templates/" + id + "/preview")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification api() {
        return given().auth().oauth2("test-key-test-key-test-key-test-key").contentType(ContentType.JSON);
    }
}
