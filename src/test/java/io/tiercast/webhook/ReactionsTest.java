package io.tiercast.webhook;

import static io.tiercast.webhook.Business.awaitState;
import static io.tiercast.webhook.Business.get;
import static io.tiercast.webhook.Business.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tiercast.boot.Waiting;
import io.tiercast.message.OpenRuns;
import io.tiercast.message.StopReason;
import io.tiercast.meta.FakeGraph;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Meta's news through its webhook, and what they do to numbers, templates and campaigns. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class ReactionsTest {

    @Inject
    OpenRuns runs;

    private Business business;

    @BeforeEach
    void aBusinessOfItsOwn() {
        business = new Business();
    }

    @ParameterizedTest
    @CsvSource({
        "PAUSED, META_132015, FIRST_PAUSE",
        "DISABLED, META_132016, DISABLED",
        "REJECTED, META_132001, SCAM",
        "FLAGGED, META_132001, x",
    })
    void aTemplateThatMayNotBeSentStopsItsCampaignsWithTheReason(String event, String code, String why) {
        long campaign = business.waitingCampaign("");
        templateStatus(event, why);
        awaitState(campaign, "PAUSED");

        JsonPath reason = get("/campaigns/" + campaign).setRootPath("stateReason");
        assertEquals("META " + code, reason.getString("by") + " " + reason.getString("code"));
        assertTrue(reason.getString("message").contains(why));
        assertTrue(reason.getString("action") != null);
        assertEquals(event, business.template().getString("status"));
        assertEquals(
                "STOPPED_BY_META", get("/campaigns/" + campaign + "/events").getString("items[0].kind"));
        assertEquals(
                "TEMPLATE_STATUS",
                get("/senders/" + business.senderId + "/events").getString("items[0].kind"));
    }

    @Test
    void whatTimeHealsGoesOnByItself() {
        long campaign = business.waitingCampaign("");
        Instant until = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
        runs.stopCampaign(campaign, new StopReason(134101, "still being prepared", "Wait.", until))
                .await()
                .atMost(Duration.ofSeconds(5));
        awaitState(campaign, "PAUSED");
        assertEquals(until.toString(), get("/campaigns/" + campaign).getString("stateReason.resumesAt"));
        awaitState(campaign, "WAITING");
    }

    @ParameterizedTest
    @CsvSource({"APPROVED", "REINSTATED"})
    void aCampaignGoesOnByItselfWhenItsTemplateIsApprovedAgain(String event) {
        long campaign = business.waitingCampaign("");
        templateStatus("PAUSED", "FIRST_PAUSE");
        awaitState(campaign, "PAUSED");
        templateStatus(event, "UNPAUSE");
        awaitState(campaign, "WAITING");

        assertEquals("APPROVED", business.template().getString("status"));
        assertTrue(get("/campaigns/" + campaign + "/events")
                .getList("items.kind")
                .containsAll(List.of("STOPPED_BY_META", "RESUMED")));
    }

    @Test
    void aSyncThatFindsATemplateStoppedAndApprovedAgainDoesWhatTheNewsWouldHaveDone() {
        long campaign = business.waitingCampaign("");
        business.templates("promo", "MARKETING", "PAUSED");
        business.sync();
        awaitState(campaign, "PAUSED");
        assertEquals("META_132015", get("/campaigns/" + campaign).getString("stateReason.code"));
        business.templates("promo", "MARKETING", "APPROVED");
        business.sync();
        awaitState(campaign, "WAITING");
    }

    @Test
    void aTemplateThatMetaNoLongerListsStopsItsCampaigns() {
        long campaign = business.waitingCampaign("");
        business.templates("another", "MARKETING", "APPROVED");
        business.sync();
        awaitState(campaign, "PAUSED");
        assertEquals("META_132001", get("/campaigns/" + campaign).getString("stateReason.code"));
    }

    @Test
    void theEndOfAPauseIsShown() {
        templateStatus("PAUSED", "SECOND_PAUSE");
        Instant end = Instant.parse(business.template().getString("pausedUntil"));
        assertTrue(end.isAfter(Instant.now().plus(Duration.ofHours(5)))
                && end.isBefore(Instant.now().plus(Duration.ofHours(7))));
        templateStatus("APPROVED", "UNPAUSE");
        assertNull(business.template().getString("pausedUntil"));
    }

    @Test
    void whatAPersonPausedStaysPausedWhenTheTemplateIsApproved() {
        long campaign = business.waitingCampaign("");
        post("/campaigns/" + campaign + "/pause", "{}").statusCode(200);
        templateStatus("PAUSED", "FIRST_PAUSE");
        post("/campaigns/" + campaign + "/resume", "{}")
                .statusCode(422)
                .body("type", equalTo("/problems/template-not-approved"));
        templateStatus("APPROVED", "UNPAUSE");
        long other = business.waitingCampaign("");

        assertEquals("WAITING", get("/campaigns/" + other).getString("state"));
        assertEquals("PAUSED", get("/campaigns/" + campaign).getString("state"));
    }

    @Test
    void aTemplatesQualityIsShownAndToldToItsCampaigns() {
        long campaign = business.waitingCampaign("");
        business.tell(
                "message_template_quality_update",
                "{'previous_quality_score':'GREEN','new_quality_score':'YELLOW'," + business.named() + "}");

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

    private void templateQuality(String quality) {
        business.tell(
                "message_template_quality_update",
                "{'previous_quality_score':'GREEN','new_quality_score':'%s',%s}".formatted(quality, business.named()));
    }

    private void templateStatus(String event, String title) {
        business.tell(
                "message_template_status_update",
                "{'event':'%s','reason':'NONE','other_info':{'title':'%s'},%s}"
                        .formatted(event, title, business.named()));
    }
}
