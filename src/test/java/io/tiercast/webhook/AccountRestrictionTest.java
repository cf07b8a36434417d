package io.tiercast.webhook;

import static io.tiercast.webhook.Business.awaitState;
import static io.tiercast.webhook.Business.get;
import static io.tiercast.webhook.Business.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.meta.FakeGraph;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Restrictions, bans and violations of an account, and what they forbid its campaigns. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class AccountRestrictionTest extends BusinessFixture {

    @Test
    void aRestrictionStopsAllCampaignsOfTheAccountAndForbidsToResume() {
        long campaign = business.waitingCampaign("");
        long draft = business.draft("");
        long until = Instant.now().plus(Duration.ofDays(3)).getEpochSecond();
        business.tell("account_update", """
                {'event':'ACCOUNT_RESTRICTION','restriction_info':[
                  {'restriction_type':'RESTRICTED_ADD_PHONE_NUMBER_ACTION','expiration':%d},
                  {'restriction_type':'RESTRICTED_BIZ_INITIATED_MESSAGING','expiration':%d}]}""".formatted(until, until));
        awaitState(campaign, "PAUSED");

        assertEquals("META_131031", get("/campaigns/" + campaign).getString("stateReason.code"));
        assertEquals(Instant.ofEpochSecond(until).toString(), business.sender().getString("restriction.until"));
        post("/campaigns/" + campaign + "/resume", "{}")
                .statusCode(422)
                .body("type", equalTo("/problems/sender-restricted"));
        post("/campaigns/" + draft + "/preflight", "{}")
                .statusCode(200)
                .body("problems.code", hasItem("SENDER_RESTRICTED"));
        assertEquals(
                "RESTRICTED", get("/senders/" + business.senderId + "/events").getString("items[0].kind"));
    }

    @Test
    void aReinstatedAccountMayBeResumed() {
        long campaign = business.waitingCampaign("");
        business.tell("account_update", "{'event':'DISABLED_UPDATE','ban_info':{'waba_ban_state':'DISABLE'}}");
        awaitState(campaign, "PAUSED");
        business.tell("account_update", "{'event':'DISABLED_UPDATE','ban_info':{'waba_ban_state':'REINSTATE'}}");

        assertNull(business.sender().get("restriction"));
        post("/campaigns/" + campaign + "/resume", "{}").statusCode(200).body("state", equalTo("RUNNING"));
    }

    @Test
    void whatIsToldAgainOrLateForbidsAndLiftsNothing() {
        long campaign = business.waitingCampaign("");
        ban(20, "DISABLE");
        awaitState(campaign, "PAUSED");
        ban(10, "REINSTATE");
        assertNotNull(business.sender().get("restriction"));
        ban(30, "REINSTATE");
        assertNull(business.sender().get("restriction"));
        post("/campaigns/" + campaign + "/resume", "{}").statusCode(200);

        int told = get("/senders/" + business.senderId + "/events")
                .getList("items")
                .size();
        ban(20, "DISABLE");
        ban(25, "DISABLE");
        assertNull(business.sender().get("restriction"));
        assertEquals(
                told,
                get("/senders/" + business.senderId + "/events")
                        .getList("items")
                        .size());
        ban(40, "DISABLE");
        assertNotNull(business.sender().get("restriction"));
        awaitState(campaign, "PAUSED");
    }

    private void ban(int seconds, String state) {
        Webhook.post(
                        business.wabaId,
                        1_790_000_000 + seconds,
                        "account_update",
                        "{'event':'DISABLED_UPDATE','ban_info':{'waba_ban_state':'%s'}}".formatted(state))
                .statusCode(200);
    }

    @Test
    void aRestrictionOfUtilityTemplatesLeavesMarketingAlone() {
        long campaign = business.waitingCampaign("");
        business.tell("account_update", """
                {'event':'ACCOUNT_RESTRICTION','restriction_info':[{'restriction_type':'RESTRICTED_UTILITY_TEMPLATES'}]}""");
        long draft = business.draft("");

        post("/campaigns/" + draft + "/preflight", "{}").statusCode(200).body("ready", equalTo(true));
        assertEquals("WAITING", get("/campaigns/" + campaign).getString("state"));
    }

    @Test
    void aRestrictionOfOneCategoryDoesNotLiftThatOfAll() {
        business.tell("account_update", "{'event':'DISABLED_UPDATE','ban_info':{'waba_ban_state':'DISABLE'}}");
        business.tell("account_update", """
                {'event':'ACCOUNT_RESTRICTION','restriction_info':[{'restriction_type':'RESTRICTED_UTILITY_TEMPLATES'}]}""");

        assertNull(business.sender().get("restriction.category"));
        assertTrue(business.sender().getString("restriction.message").contains("disabled"));
    }

    @Test
    void aViolationStopsCampaignsUntilAPersonHasLooked() {
        long campaign = business.waitingCampaign("");
        business.tell("account_update", "{'event':'ACCOUNT_VIOLATION','violation_info':{'violation_type':'ADULT'}}");
        awaitState(campaign, "PAUSED");

        assertTrue(
                get("/campaigns/" + campaign).getString("stateReason.message").contains("ADULT"));
        assertTrue(get("/campaigns/" + campaign).getString("stateReason.action").contains("mend it, and resume"));
        post("/campaigns/" + campaign + "/resume", "{}").statusCode(200);
    }
}
