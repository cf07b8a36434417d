package io.tiercast.webhook;

import static io.tiercast.webhook.Business.awaitState;
import static io.tiercast.webhook.Business.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.meta.FakeGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A template's category is changed by Meta, and with it the price. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class TemplateCategoryTest {

    private Business business;

    @BeforeEach
    void aBusinessOfItsOwn() {
        business = new Business();
    }

    @Test
    void aCampaignPausesAtAnotherPriceIfItSaysSo() {
        long campaign = business.waitingCampaign(",'rules':{'categoryChange':true}");
        business.tell(
                "template_category_update",
                "{'previous_category':'MARKETING','new_category':'UTILITY'," + business.named() + "}");
        awaitState(campaign, "PAUSED");

        assertEquals("CATEGORY_CHANGE", get("/campaigns/" + campaign).getString("stateReason.code"));
    }

    @Test
    void aChangeOfCategoryIsAnnouncedAndThenDone() {
        business.tell(
                "template_category_update",
                "{'new_category':'MARKETING','correct_category':'UTILITY'," + business.named() + "}");
        assertEquals("MARKETING", business.template().getString("category"));
        assertEquals("UTILITY", business.template().getString("announcedCategory"));
        business.tell(
                "template_category_update",
                "{'previous_category':'MARKETING','new_category':'UTILITY'," + business.named() + "}");
        assertEquals("UTILITY", business.template().getString("category"));
        assertNull(business.template().getString("announcedCategory"));
    }
}
