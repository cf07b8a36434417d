package io.tiercast.webhook;

import static io.tiercast.webhook.Business.api;
import static io.tiercast.webhook.Business.get;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.tiercast.meta.FakeGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(FakeGraph.class)
class PortfolioTest extends BusinessFixture {

    @Test
    void aPartOfTheLimitIsKeptFromMarketing() {
        patch("{'reservedShare':0.25}").statusCode(200).body("reserved", equalTo(500));
        patch("{'exemptOpenWindows':true}").statusCode(200);

        JsonPath portfolio = get("/portfolios/" + business.portfolioId);
        assertEquals(0.25, portfolio.getDouble("reservedShare"));
        assertTrue(portfolio.getBoolean("exemptOpenWindows"));
        assertEquals(2000, portfolio.getInt("messagingLimit"));
        assertEquals(1500, portfolio.getInt("remaining"));
        assertEquals(business.senderId, portfolio.getLong("senderIds[0]"));
        assertEquals(1500, get("/senders/" + business.senderId + "/limits").getInt("remaining"));
        assertTrue(get("/portfolios").getList("items.id").contains(business.portfolioId));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'reservedShare':1} | reservedShare",
                "{'reservedShare':-0.1} | reservedShare",
                "{'reservedShare':'half'} | reservedShare",
                "{'messagingLimit':7} | messagingLimit",
            })
    void whatMakesNoSenseIsRefusedByName(String body, String field) {
        patch(body).statusCode(400).body("errors[0].field", equalTo(field));
        assertEquals(0, get("/portfolios/" + business.portfolioId).getDouble("reservedShare"));
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        api().get("/api/v1/portfolios/none").then().statusCode(404);
        patch("none", "{'reservedShare':0.1}").statusCode(404);
    }

    private ValidatableResponse patch(String body) {
        return patch(business.portfolioId, body);
    }

    private static ValidatableResponse patch(String id, String body) {
        return api().contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .patch("/api/v1/portfolios/" + id)
                .then();
    }
}
