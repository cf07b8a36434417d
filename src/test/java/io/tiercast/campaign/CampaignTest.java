package io.tiercast.campaign;

import static io.tiercast.campaign.Shop.api;
import static io.tiercast.campaign.Shop.awaitState;
import static io.tiercast.campaign.Shop.contact;
import static io.tiercast.campaign.Shop.draft;
import static io.tiercast.campaign.Shop.get;
import static io.tiercast.campaign.Shop.group;
import static io.tiercast.campaign.Shop.groupOf;
import static io.tiercast.campaign.Shop.join;
import static io.tiercast.campaign.Shop.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tiercast.boot.Waiting;
import io.tiercast.sql.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Campaigns through the API, sent through the sandbox. */
@QuarkusTest
class CampaignTest {

    @Inject
    Sql sql;

    @Test
    void aCampaignGoesAllTheWayAndItsBucketsAddUp() {
        long group = groupOf(12);
        join(group, contact("'name':'Ravi','consent':{'marketing':'OPTED_OUT'}"));
        long campaign = draft(group);
        post("/campaigns/" + campaign + "/launch").statusCode(200).body("state", equalTo("PREPARING"));
        awaitState(campaign, "COMPLETED");
        Waiting.until(
                "all statuses", Duration.ofSeconds(60), () -> get("/sandbox").getInt("ledger.pending") == 0);

        JsonPath stats = get("/campaigns/" + campaign + "/stats");
        Map<String, Integer> buckets = stats.getMap("buckets");
        assertEquals(13, stats.getInt("total"));
        assertEquals(13, buckets.values().stream().mapToInt(Integer::intValue).sum());
        assertEquals(Map.of("OPTED_OUT", 1), stats.getMap("skippedByReason"));
        assertEquals(12, stats.getInt("funnel.accepted"));
        assertTrue(stats.getInt("funnel.read") <= stats.getInt("funnel.delivered"));
        assertTrue(stats.getInt("funnel.delivered") <= stats.getInt("funnel.sent"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"~~ | 3", ",'delivery':{'retryDays':0} | 0"})
    void theQueueKeepsHowOftenToTryAgainAndHowLongAMessageLives(String delivery, int retryDays) {
        long campaign = draft(groupOf(1), delivery);
        post("/campaigns/" + campaign + "/launch").statusCode(200);
        awaitState(campaign, "COMPLETED");

        assertEquals(retryDays, get("/campaigns/" + campaign).getInt("delivery.retryDays"));
        String kept =
                sql.first("""
                        select concat_ws(' ', template_id, retry_days, ttl_seconds, extract(epoch from expires_at - frozen_at)::integer) as kept
                        from campaign_run where campaign_id = $1
                        """, row -> row.getString("kept"), campaign).await().atMost(Duration.ofSeconds(5));
        assertEquals(Shop.template("diwali_offer", "en") + " " + retryDays + " 2592000 2592300", kept);
    }

    @Test
    void recipientsAreListedInOrderAndByBucket() {
        long group = groupOf(3);
        join(group, contact("'name':'Ravi'"));
        long campaign = draft(group);
        post("/campaigns/" + campaign + "/launch").statusCode(200);
        awaitState(campaign, "COMPLETED");

        String path = "/api/v1/campaigns/" + campaign + "/recipients";
        api().get(path + "?state=skipped")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].reason", equalTo("NOT_OPTED_IN"));
        api().get(path + "?reason=NOT_OPTED_IN").then().body("items", hasSize(1));
        api().get(path + "?reason=OPTED_OUT").then().body("items", hasSize(0));
        api().get(path + "?reason=NONE").then().statusCode(400).body("errors[0].field", equalTo("reason"));
        api().get(path + "?errorCode=131026&errorCode=131049").then().body("items", hasSize(0));
        String cursor = api().get(path + "?limit=3")
                .then()
                .body("items.seq", equalTo(List.of(1, 2, 3)))
                .extract()
                .path("nextCursor");
        api().get(path + "?limit=3&cursor=" + cursor)
                .then()
                .body("items.seq", equalTo(List.of(4)))
                .body("nextCursor", nullValue());
        String phone = api().get(path).path("items[2].phone");
        api().get(path + "?phone=" + phone.substring(1)).then().body("items.seq", equalTo(List.of(3)));
        api().get(path + "?phone=nobody").then().statusCode(400).body("errors[0].field", equalTo("phone"));
        api().get(path + "?state=nowhere").then().statusCode(400).body("errors[0].field", equalTo("state"));
    }

    @Test
    void beforeTheAudienceIsFrozenAllCountsAreZero() {
        JsonPath stats = get("/campaigns/" + draft(groupOf(1)) + "/stats");

        assertEquals(0, stats.getInt("total"));
        assertEquals(0, stats.getInt("buckets.queued"));
        assertEquals("DRAFT", stats.getString("state"));
    }

    @Test
    void aPausedCampaignSendsNothingUntilItIsResumed() {
        long campaign = draft(groupOf(30));
        Shop.post("/campaigns/" + campaign + "/launch").statusCode(200);
        awaitState(campaign, "RUNNING");
        post("/campaigns/" + campaign + "/pause")
                .statusCode(200)
                .body("state", equalTo("PAUSED"))
                .body("stateReason.by", equalTo("USER"));
        Waiting.until(
                "what is under way",
                Duration.ofSeconds(20),
                () -> get("/campaigns/" + campaign + "/stats").getInt("buckets.sending") == 0);
        int queued = get("/campaigns/" + campaign + "/stats").getInt("buckets.queued");

        post("/campaigns/" + campaign + "/resume").statusCode(200).body("state", equalTo("RUNNING"));
        awaitState(campaign, "COMPLETED");
        assertTrue(queued >= 0);
        assertEquals(30, get("/campaigns/" + campaign + "/stats").getInt("funnel.accepted"));
    }

    @Test
    void whoIsLeftWhenACampaignIsCancelledIsSkipped() {
        long campaign = draft(
                groupOf(2),
                ",'delivery':{'hours':{'from':'%s','to':'%s','timezone':'UTC'}}".formatted(hour(2), hour(3)));
        post("/campaigns/" + campaign + "/launch").statusCode(200);
        awaitState(campaign, "WAITING");
        api().get("/api/v1/campaigns/" + campaign)
                .then()
                .body("stateReason.code", equalTo("OUTSIDE_HOURS"))
                .body("stateReason.by", equalTo("HOURS"))
                .body("stateReason.resumesAt", notNullValue());
        post("/campaigns/" + campaign + "/cancel").statusCode(200).body("state", equalTo("CANCELLING"));
        awaitState(campaign, "CANCELLED");

        JsonPath stats = get("/campaigns/" + campaign + "/stats");
        assertEquals(Map.of("CANCELLED", 2), stats.getMap("skippedByReason"));
        assertEquals(0, stats.getInt("funnel.accepted"));
    }

    @Test
    void whatIsUnsentWhenItsTimeEndsIsSkippedAsTooLate() {
        String hours = "'hours':{'from':'%s','to':'%s','timezone':'UTC'}".formatted(hour(2), hour(3));
        String stopAt = "'stopAt':'" + Instant.now().plusSeconds(4).truncatedTo(ChronoUnit.SECONDS) + "'";
        long campaign = draft(groupOf(2), ",'delivery':{" + hours + "," + stopAt + "}");
        post("/campaigns/" + campaign + "/launch").statusCode(200);
        awaitState(campaign, "COMPLETED");

        assertEquals(
                Map.of("TOO_LATE", 2), get("/campaigns/" + campaign + "/stats").getMap("skippedByReason"));
    }

    @Test
    void aScheduledCampaignStartsByItself() {
        String at = Instant.now()
                .plusSeconds(3)
                .atOffset(ZoneOffset.ofHoursMinutes(5, 30))
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        long campaign =
                draft(groupOf(1), ",'schedule':{'type':'AT','at':'%s','timezone':'Asia/Kolkata'}".formatted(at));
        post("/campaigns/" + campaign + "/launch")
                .statusCode(200)
                .body("state", equalTo("SCHEDULED"))
                .body("startsAt", notNullValue());

        awaitState(campaign, "COMPLETED");
        assertTrue(Instant.parse(get("/campaigns/" + campaign).getString("startedAt"))
                .isAfter(Instant.parse(get("/campaigns/" + campaign).getString("startsAt"))
                        .minusMillis(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "/campaigns/99999",
        "/campaigns/99999/stats",
        "/campaigns/99999/stats/stream",
        "/campaigns/word/stats/stream",
        "/campaigns/99999999999999999999/stats/stream",
        "/campaigns/99999/recipients",
        "/campaigns/99999/recipients/export"
    })
    void whatDoesNotExistIsNotFound(String path) {
        api().get("/api/v1" + path).then().statusCode(404).contentType("application/problem+json");
    }

    /** The full hour, in UTC, that begins so many hours from now. */
    private static String hour(int fromNow) {
        return "%02d:00"
                .formatted(Instant.now()
                        .plus(fromNow, ChronoUnit.HOURS)
                        .atOffset(ZoneOffset.UTC)
                        .getHour());
    }
}
