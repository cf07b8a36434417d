package io.tiercast.template;

import static io.tiercast.template.TemplateAccount.api;
import static io.tiercast.template.TemplateAccount.page;
import static io.tiercast.template.TemplateAccount.template;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
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

/** A preview shows a template as a person would see it. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class TemplatePreviewTest {

    @Inject
    Sql sql;

    private TemplateAccount account;

    @BeforeEach
    void anAccountWithTwoPagesOfTemplates() {
        account = new TemplateAccount();
    }

    @Test
    void aPreviewFillsInWhatIsGivenAndShowsExamplesForTheRest() {
        preview("promo", "{\"variables\":{\"header.1\":\"Bo\",\"body.1\":{\"value\":\" two\\n lines \"}}}")
                .body("header", equalTo("Hello Bo"))
                .body("body", equalTo("Order A-100 for two lines. Thanks, two lines!"))
                .body("footer", equalTo("Acme"));
    }

    @Test
    void aPreviewForAContactReadsItsData() {
        long contact = sql.first(
                        "insert into contact (phone, name, attributes) values ($1, 'Asha', '{\"city\":\"Pune\"}') returning id",
                        row -> row.getLong("id"),
                        "+9198000" + account.wabaId)
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
        account.list("", page(null, template("sale", "APPROVED", Components.BUTTONS)));
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
        account.sync();
        int id = account.templates("").extract().path("items[0].id");
        api().body(body)
                .post("/api/v1/templates/" + id + "/preview")
                .then()
                .statusCode(422)
                .body("errors.field", contains(field));
    }

    @Test
    void aPreviewTakesSoManyVariablesAndNoMore() {
        account.sync();
        int id = account.templates("").extract().path("items[0].id");
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
        account.sync();
        int id = account.templates("").extract().path("items[0].id");
        api().body(body).post("/api/v1/templates/" + id + "/preview").then().statusCode(400);
    }

    private ValidatableResponse preview(String name, String body) {
        account.sync();
        int id = account.templates("&name=" + name).extract().path("items[0].id");
        return api().body(body)
                .post("/api/v1/templates/" + id + "/preview")
                .then()
                .statusCode(200);
    }
}
