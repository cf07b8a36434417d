package io.tiercast.webhook;

import static io.tiercast.webhook.Business.awaitState;
import static io.tiercast.webhook.Business.get;
import static io.tiercast.webhook.Business.post;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tiercast.message.OpenRuns;
import io.tiercast.message.StopReason;
import io.tiercast.meta.FakeGraph;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A template that may not be sent stops its campaigns; they go on when it may be sent again. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class TemplateStatusTest extends BusinessFixture {

    @Inject
    OpenRuns runs;

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
        assertEquals("META_132015", stoppedBySync(campaign, "promo", "PAUSED"));
        business.templates("promo", "MARKETING", "APPROVED");
        business.sync();
        awaitState(campaign, "WAITING");
    }

    @Test
    void aTemplateThatMetaNoLongerListsStopsItsCampaigns() {
        long campaign = business.waitingCampaign("");
        assertEquals("META_132001", stoppedBySync(campaign, "another", "APPROVED"));
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

    /** What the campaign says of its stop after a sync that lists this template alone. */
    private String stoppedBySync(long campaign, String listed, String status) {
        business.templates(listed, "MARKETING", status);
        business.sync();
        awaitState(campaign, "PAUSED");
        return get("/campaigns/" + campaign).getString("stateReason.code");
    }

    private void templateStatus(String event, String title) {
        business.tell(
                "message_template_status_update",
                "{'event':'%s','reason':'NONE','other_info':{'title':'%s'},%s}"
                        .formatted(event, title, business.named()));
    }
}
