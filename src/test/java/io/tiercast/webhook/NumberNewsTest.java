package io.tiercast.webhook;

import static io.tiercast.webhook.Business.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tiercast.boot.Waiting;
import io.tiercast.meta.FakeGraph;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Meta's news of a number and its portfolio: throughput, messaging limit, history. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class NumberNewsTest extends BusinessFixture {

    @Test
    void anUpgradeIsReadFromMetaAtOnce() {
        business.number("n" + business.wabaId, "GREEN", "HIGH", "TIER_UNLIMITED");
        business.tell(
                "phone_number_quality_update",
                "{'display_phone_number':'%s','event':'THROUGHPUT_UPGRADE','current_limit':'TIER_UNLIMITED'}"
                        .formatted(business.display));
        Waiting.until(
                "the new throughput",
                Duration.ofSeconds(10),
                () -> business.sender().getDouble("throughputPerSecond") == 1000);

        assertNull(business.sender().get("messagingLimit"));
        List<String> kinds = get("/senders/" + business.senderId + "/events").getList("items.kind");
        assertTrue(kinds.containsAll(List.of("NUMBER_NEWS", "THROUGHPUT", "MESSAGING_LIMIT")), kinds.toString());
    }

    @ParameterizedTest
    @CsvSource({"'TIER_10K', 10000", "2000, 2000", "7, 7", "'TIER_UNLIMITED',", "-1,", "'UNLIMITED',"})
    void aNewLimitHoldsForAllNumbersOfThePortfolio(String told, Integer limit) {
        business.number("m" + business.wabaId, "GREEN", "STANDARD", "TIER_250");
        long second = business.addNumber("m" + business.wabaId);
        assertEquals(250, business.sender().getInt("messagingLimit"));
        business.tell(
                "business_capability_update",
                "{'max_daily_conversations_per_business':%s}"
                        .formatted(told.matches("-?\\d+") ? told : "'" + told + "'"));

        assertEquals(limit, business.sender().get("messagingLimit"));
        assertEquals(limit, get("/senders/" + second).get("messagingLimit"));
        assertEquals(limit, get("/senders/" + second + "/limits").get("messagingLimit"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "account_alerts | {'entity_type':'BUSINESS','alert_info':{'alert_severity':'WARNING','alert_type':'X','alert_description':'Mind it'}} | ALERT | Meta warns: Mind it",
                "phone_number_name_update | {'decision':'APPROVED','requested_verified_name':'Acme'} | NAME_DECISION | Meta's decision on the name \"Acme\": APPROVED.",
                "account_update | {'event':'DISABLED_UPDATE','ban_info':{'waba_ban_state':'SCHEDULE_FOR_DISABLE','waba_ban_date':'April 17, 2027'}} | ACCOUNT_NEWS | Meta will disable the account on April 17, 2027.",
                "account_update | {'event':'VOLUME_BASED_PRICING_TIER_UPDATE'} | ACCOUNT_NEWS | Meta has news of the account: VOLUME_BASED_PRICING_TIER_UPDATE.",
            })
    void newsAreInTheHistoryOfTheNumber(String field, String value, String kind, String message) {
        business.tell(field, value);

        JsonPath events = get("/senders/" + business.senderId + "/events");
        assertEquals(kind, events.getString("items[0].kind"));
        assertEquals(message, events.getString("items[0].message"));
    }
}
