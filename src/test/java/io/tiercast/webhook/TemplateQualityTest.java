package io.tiercast.webhook;

import static io.tiercast.webhook.Business.awaitState;
import static io.tiercast.webhook.Business.get;
import static io.tiercast.webhook.Business.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tiercast.meta.FakeGraph;
import org.junit.jupiter.api.Test;

/** What the news of a template's quality does to its campaigns. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class TemplateQualityTest extends BusinessFixture {

    @Test
    void aTemplatesQualityIsShownAndToldToItsCampaigns() {
        long campaign = business.waitingCampaign("");
        templateQuality("YELLOW");

        assertEquals("YELLOW", business.template().getString("quality"));
        assertEquals(
                "TEMPLATE_QUALITY", get("/campaigns/" + campaign + "/events").getString("items[0].kind"));
    }

    @Test
    void marketingPausesAtRedUntilAPersonOverrulesThat() {
        long campaign = business.waitingCampaign("");
        long brave = business.waitingCampaign(",'rules':{'qualityRed':false}");
        templateQuality("RED");
        awaitState(campaign, "PAUSED");

        JsonPath reason = get("/campaigns/" + campaign).setRootPath("stateReason");
        assertEquals("RULE QUALITY_RED", reason.getString("by") + " " + reason.getString("code"));
        assertEquals("PAUSED_BY_RULE", get("/campaigns/" + campaign + "/events").getString("items[0].kind"));
        post("/campaigns/" + campaign + "/resume", "{}").statusCode(200);
        awaitState(campaign, "WAITING");
        templateQuality("YELLOW");
        templateQuality("RED");
        long later = business.waitingCampaign(",'rules':{'qualityRed':false}");
        assertEquals("WAITING", get("/campaigns/" + campaign).getString("state"), "after rounds that started " + later);
        assertEquals("WAITING", get("/campaigns/" + brave).getString("state"));
    }

    private void templateQuality(String quality) {
        business.tell(
                "message_template_quality_update",
                "{'previous_quality_score':'GREEN','new_quality_score':'%s',%s}".formatted(quality, business.named()));
    }
}
