package io.tiercast.message;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.meta.FakeGraph;
import io.tiercast.sender.WindowAdmission;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Meta shows only later to which portfolio a number belongs, or another one owns it: the 24 hours go on. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class PortfolioChangeTest extends HotPath {

    @Inject
    WindowAdmission admission;

    private final String owner = "owner" + campaign;

    @BeforeEach
    void metaKnowsTheNumberButNotItsOwner() {
        account("");
        read();
    }

    @Test
    void whoWasReachedBeforeTheOwnerShowedCountsOnAndTheCampaignGoesOn() {
        contacts(6, "OPTED_IN");
        freezeAndOpen();
        assertEquals(3, claim(3).size());
        await(sql.run("update portfolio_window set reserved_share = 0.01 where portfolio_id = $1", marker));
        theOwnerShows();

        assertEquals(owner, portfolio(sender));
        assertWindowEqualsItsRows(owner, 3);
        assertEquals(1, claim(10).size());
        assertWindowEqualsItsRows(owner, 4);
        assertEquals(0, windows(marker));
        assertEquals(
                0.01,
                await(sql.first(
                        "select reserved_share from portfolio_window where portfolio_id = $1",
                        row -> row.getDouble(0),
                        owner)));
    }

    @Test
    void whoIsInBothPortfoliosCountsOnce() {
        contacts(3, "OPTED_IN");
        long elsewhere = number("elsewhere" + campaign, owner);
        await(admission.admit(elsewhere, List.of(phone(0), "+919999999999")));
        await(sql.run("update portfolio_recipient set minute = minute - 5 where portfolio_id = $1", owner));
        await(sql.run("update portfolio_minute set minute = minute - 5 where portfolio_id = $1", owner));
        freezeAndOpen();
        claim(2);
        theOwnerShows();

        assertWindowEqualsItsRows(owner, 3);
        assertEquals(1, claim(10).size());
    }

    @Test
    void theOtherNumbersOfTheAccountGoAlong() {
        long sibling = number(marker, null);
        await(admission.admit(sibling, List.of("+919999999999")));
        theOwnerShows();

        assertEquals(owner, portfolio(sibling));
        assertWindowEqualsItsRows(owner, 1);
        assertEquals(0, windows(marker));
    }

    @Test
    void whereOthersStayBehindANumberTakesAlongWhomItWroteToItself() {
        String former = "former" + campaign;
        await(sql.run("update sender set portfolio_id = $2 where id = $1", sender, former));
        await(window.ensure(sender));
        await(admission.admit(number("stays" + campaign, former), List.of("+919999999999")));
        contacts(2, "OPTED_IN");
        freezeAndOpen();
        claim(2);
        theOwnerShows();

        assertWindowEqualsItsRows(owner, 2);
        assertWindowEqualsItsRows(former, 3);
    }

    @Test
    void whileTheOwnerStaysTheSameNothingMoves() {
        theOwnerShows();
        int version = version();
        account("");
        read();
        assertEquals(owner, portfolio(sender));
        assertEquals(version + 1, version());
    }

    private void theOwnerShows() {
        account(",\"owner_business_info\":{\"id\":\"" + owner + "\"}");
        read();
    }

    /** Number and account have the same id here. */
    private void account(String more) {
        FakeGraph.answers(marker, """
                {"id":"%s","display_phone_number":"+1 555-000-1111","verified_name":"Acme","status":"CONNECTED","quality_rating":"GREEN",
                 "throughput":{"level":"STANDARD"},"whatsapp_business_manager_messaging_limit":"TIER_4"%s}""".formatted(marker, more));
    }

    /** A new token is tried out: number and account are read. */
    private void read() {
        given().auth()
                .oauth2("test-key-test-key-test-key-test-key")
                .contentType("application/merge-patch+json")
                .body("{\"accessToken\":\"" + FakeGraph.TOKEN + "\"}")
                .patch("/api/v1/senders/" + sender)
                .then()
                .statusCode(200)
                .body("portfolioId", equalTo(portfolio(sender)));
    }

    private long number(String wabaId, String portfolioId) {
        return await(sql.first(
                """
                insert into sender (name, phone_number_id, waba_id, portfolio_id, sender_key, access_token, status)
                values ($1, $1, $2, $3, $1, $4, 'CONNECTED') returning id
                """,
                row -> row.getLong(0),
                "more" + campaign,
                wabaId,
                portfolioId,
                Buffer.buffer(secrets.seal("token"))));
    }

    private String portfolio(long id) {
        return await(sql.first("select portfolio_id from sender where id = $1", row -> row.getString(0), id));
    }

    private int version() {
        return await(sql.first("select version from sender where id = $1", row -> row.getInteger(0), sender));
    }

    private String phone(int n) {
        return await(sql.first(
                "select phone from contact where external_id = $1", row -> row.getString(0), marker + "-" + n));
    }

    private long windows(String portfolioId) {
        return await(sql.first(
                "select count(*) from portfolio_window where portfolio_id = $1", row -> row.getLong(0), portfolioId));
    }

    private void assertWindowEqualsItsRows(String portfolioId, long people) {
        for (String rows : List.of(
                "select used::bigint from portfolio_window where portfolio_id = $1",
                "select sum(n)::bigint from portfolio_minute p join portfolio_window w using (portfolio_id) where portfolio_id = $1 and p.minute > w.horizon",
                "select count(*) from portfolio_recipient r join portfolio_window w using (portfolio_id) where portfolio_id = $1 and r.minute > w.horizon")) {
            long counted = await(sql.first(rows, row -> row.getLong(0), portfolioId));
            assertEquals(people, counted, rows);
        }
    }
}
