package io.tiercast.template;

import static io.tiercast.template.TemplateAccount.api;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tiercast.meta.FakeGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a template is told while it is written. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class TemplateCheckTest {

    private TemplateAccount account;

    @BeforeEach
    void anAccountWithTwoPagesOfTemplates() {
        account = new TemplateAccount();
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
        account.templates("").body("items", hasSize(0));
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
        api().body(draft.formatted(account.senderId, components, timeToLive).replace('\'', '"'))
                .post("/api/v1/templates")
                .then()
                .statusCode(422)
                .body("errors.field", contains(field));
    }

    private static ValidatableResponse check(String body) {
        return api().body(body).post("/api/v1/templates/check").then().statusCode(200);
    }
}
