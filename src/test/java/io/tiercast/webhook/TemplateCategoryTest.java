package io.tiercast.webhook;

import static io.tiercast.webhook.Business.awaitState;
import static io.tiercast.webhook.Business.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.meta.FakeGraph;
import org.junit.jupiter.api.Test;

/** A template's category is changed by Meta, and with it the price. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class TemplateCategoryTest extends BusinessFixture {

    @Test
    void aCampaignPausesAtAnotherPriceIfItSaysSo() {
        long campaign = business.waitingCampaign(",'rules':{'categoryChange':true}");
        templateCategory("'previous_category':'MARKETING','new_category':'UTILITY'");
        awaitState(campaign, "PAUSED");

        assertEquals("CATEGORY_CHANGE", get("/campaigns/" + campaign).getString("stateReason.code"));
    }

    @Test
    void aChangeOfCategoryIsAnnouncedAndThenDone() {
        templateCategory("'new_category':'MARKETING','correct_category':'UTILITY'");
        assertEquals("MARKETING", business.template().getString("category"));
        assertEquals("UTILITY", business.template().getString("announcedCategory"));
        templateCategory("'previous_category':'MARKETING','new_category':'UTILITY'");
        assertEquals("UTILITY", business.template().getString("category"));
        assertNull(business.template().getString("announcedCategory"));
    }

    private void templateCategory(String categories) {
        business.tell("template_category_update", "{%s,%s}".formatted(categories, business.named()));
    }
}
