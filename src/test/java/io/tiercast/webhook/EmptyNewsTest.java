package io.tiercast.webhook;

import static io.tiercast.webhook.Business.awaitState;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.meta.FakeGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** News without the fields that would make them news change nothing. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class EmptyNewsTest extends BusinessFixture {

    @ParameterizedTest
    @ValueSource(strings = {"message_template_status_update", "message_template_quality_update"})
    void newsOfATemplateThatSayNothingChangeNothing(String field) {
        long campaign = business.waitingCampaign("");
        business.templates("promo", "MARKETING", "PAUSED");
        business.sync();
        awaitState(campaign, "PAUSED");
        business.tell(field, "{" + business.named() + "}");

        assertEquals("PAUSED", business.template().getString("status"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "account_update | ['DISABLED_UPDATE']",
                "account_update | 7",
                "message_template_status_update | {}",
                "message_template_quality_update | {'message_template_id':5}",
                "template_category_update | {}",
                "phone_number_quality_update | {}",
                "business_capability_update | {'max_daily_conversations_per_business':{}}",
                "account_update | {}",
                "account_update | {'event':7,'restriction_info':3}",
                "account_alerts | []",
                "phone_number_name_update | null",
                "something_new | {'a':1}",
            })
    void whatSaysNothingIsAcknowledged(String field, String value) {
        business.tell(field, value);

        assertEquals("APPROVED", business.template().getString("status"));
    }
}
