package io.tiercast.webhook;

import static io.tiercast.webhook.Business.api;
import static io.tiercast.webhook.Business.awaitState;
import static io.tiercast.webhook.Business.get;
import static io.tiercast.webhook.Business.post;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.tiercast.meta.FakeGraph;
import io.tiercast.sender.WindowAdmission;
import io.tiercast.sql.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(FakeGraph.class)
class PortfolioTest extends BusinessFixture {

    @Inject
    Sql sql;

    @Inject
    WindowAdmission admission;

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

    /** Of four places two are reserved, and two are used. */
    @ParameterizedTest
    @CsvSource({"UTILITY, RUNNING, NONE, 2", "MARKETING, WAITING, MESSAGING_LIMIT, 0"})
    void whatIsReservedIsKeptFromMarketingAlone(String category, String state, String limitedBy, int remaining) {
        business.templates("promo", category, "APPROVED");
        business.sync();
        business.number("n" + business.wabaId, "GREEN", "STANDARD", "TIER_4");
        post("/senders/" + business.senderId + "/sync", "").statusCode(200);
        patch("{'reservedShare':0.5}").statusCode(200).body("reserved", equalTo(2));
        await(admission.admit(business.senderId, List.of("+919999999991", "+919999999992")));
        // Held by another node, so that this application sends nothing.
        await(sql.run("insert into sender_lease values ($1, 'test', 7, now() + interval '1 h')", business.senderId));
        long campaign = business.plan("");
        post("/campaigns/" + campaign + "/preflight", "{}").body("limit.remaining", equalTo(remaining));
        post("/campaigns/" + campaign + "/launch", "{}").statusCode(200);

        awaitState(campaign, state);
        assertEquals(limitedBy, get("/campaigns/" + campaign + "/stats").getString("limitedBy"));
        post("/campaigns/" + campaign + "/cancel", "{}").statusCode(200);
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

    private static <T> void await(Uni<T> work) {
        work.await().atMost(Duration.ofSeconds(10));
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
