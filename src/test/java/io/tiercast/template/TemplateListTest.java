package io.tiercast.template;

import static io.tiercast.template.TemplateAccount.api;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.meta.FakeGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Templates are listed, searched and shown. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class TemplateListTest {

    private TemplateAccount account;

    @BeforeEach
    void anAccountWithTwoPagesOfTemplates() {
        account = new TemplateAccount();
    }

    @Test
    void aTemplateShowsItsComponentsAndVariables() {
        account.sync();
        int id = account.templates("&name=promo").extract().path("items[0].id");
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
        account.sync();
        account.templates("").body("items.name", contains("otp", "promo"));
        account.templates("&status=PAUSED").body("items", hasSize(0));
        account.templates("&category=MARKETING&status=APPROVED").body("items", hasSize(2));
        String cursor = account.templates("&limit=1")
                .body("items.name", contains("otp"))
                .extract()
                .path("nextCursor");
        account.templates("&limit=1&cursor=" + cursor)
                .body("items.name", contains("promo"))
                .body("nextCursor", nullValue());
    }

    @Test
    void aListIsSearchedByPartOfTheNameLanguageAndQuality() {
        account.sync();
        account.templates("&search=RO").body("items.name", contains("promo"));
        account.templates("&search=_").body("items", hasSize(0));
        account.templates("&language=pt_BR&quality=GREEN").body("items", hasSize(2));
        account.templates("&language=en").body("items", hasSize(0));
        account.templates("&quality=UNKNOWN").body("items", hasSize(0));
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
}
