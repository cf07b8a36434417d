package io.tiercast.webhook;

import static io.tiercast.webhook.Business.get;
import static io.tiercast.webhook.Business.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.meta.FakeGraph;
import org.junit.jupiter.api.Test;

/** A number that sends nothing, whatever its limits, says so. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class PausedNumberTest extends BusinessFixture {

    @Test
    void aNumberThatMetaDisconnectedIsPaused() {
        assertEquals("NONE", limitedBy());
        FakeGraph.answers("n" + business.wabaId, """
                {"id":"n%s","display_phone_number":"+1 555 000","verified_name":"Acme","status":"BANNED","quality_rating":"RED"}""".formatted(business.wabaId));
        post("/senders/" + business.senderId + "/sync", "").statusCode(200);

        assertEquals("PAUSED", limitedBy());
    }

    @Test
    void aNumberIsPausedAsLongAsItsAccountIsRestricted() {
        business.tell("account_update", "{'event':'DISABLED_UPDATE','ban_info':{'waba_ban_state':'DISABLE'}}");
        assertEquals("PAUSED", limitedBy());
        business.tell("account_update", "{'event':'DISABLED_UPDATE','ban_info':{'waba_ban_state':'REINSTATE'}}");

        assertEquals("NONE", limitedBy());
    }

    @Test
    void aRestrictionOfOneCategoryLeavesTheOthers() {
        business.tell("account_update", """
                {'event':'ACCOUNT_RESTRICTION','restriction_info':[{'restriction_type':'RESTRICTED_UTILITY_TEMPLATES'}]}""");

        assertEquals("NONE", limitedBy());
    }

    @Test
    void aNumberIsPausedOnceAllItsCampaignsAre() {
        long first = business.waitingCampaign("");
        long second = business.waitingCampaign("");
        post("/campaigns/" + first + "/pause", "{}").statusCode(200);
        assertEquals("NONE", limitedBy());
        post("/campaigns/" + second + "/pause", "{}").statusCode(200);
        assertEquals("PAUSED", limitedBy());
        post("/campaigns/" + first + "/resume", "{}").statusCode(200);

        assertEquals("NONE", limitedBy());
    }

    private String limitedBy() {
        return get("/senders/" + business.senderId + "/limits").getString("limitedBy");
    }
}
