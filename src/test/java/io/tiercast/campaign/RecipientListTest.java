package io.tiercast.campaign;

import static io.tiercast.campaign.RecipientCalls.draft;
import static io.tiercast.campaign.RecipientCalls.optedIn;
import static io.tiercast.campaign.RecipientCalls.phone;
import static io.tiercast.campaign.RecipientCalls.preflight;
import static io.tiercast.campaign.RecipientCalls.upload;
import static io.tiercast.campaign.RecipientCalls.values;
import static io.tiercast.campaign.Shop.api;
import static io.tiercast.campaign.Shop.awaitState;
import static io.tiercast.campaign.Shop.get;
import static io.tiercast.campaign.Shop.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.tiercast.sql.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Recipients that bring their own values: a coupon each. */
@QuarkusTest
class RecipientListTest {

    private static final AtomicLong PHONES = new AtomicLong(9_721_000_000L);

    @Inject
    Sql sql;

    @Test
    void aCouponPerRowReachesEachAndWhoBringsNoneIsSkipped() {
        long asha = optedIn();
        long ravi = optedIn();
        long campaign = draft("{'path':'recipient.coupon'}");
        String rows =
                "[{'phone':'%s','coupon':'A-1','rank':7},{'phone':'%s','coupon':'  ','rank':8},{'phone':'nobody','coupon':'C-3'}]";
        post("/campaigns/" + campaign + "/recipients", rows.formatted(phone(asha), phone(ravi)))
                .statusCode(200)
                .body("added", equalTo(2))
                .body("rejected", equalTo(1))
                .body("rejections[0].row", equalTo(2))
                .body("rejections[0].reason", containsString("phone"))
                .body("total", equalTo(2));
        values(campaign).body("count", equalTo(2)).body("columns", contains("coupon", "rank"));
        assertEquals(
                Map.of("coupon", "A-1", "rank", "7"),
                get("/campaigns/" + campaign + "/recipients/values").getMap("items[0].values"));

        String hash = preflight(campaign)
                .body("audience.matched", equalTo(2))
                .body("audience.messageable", equalTo(1))
                .body("audience.skipped.MISSING_VARIABLE", equalTo(1))
                .extract()
                .path("audience.hash");
        post("/campaigns/" + campaign + "/preview")
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0].contactId", equalTo((int) asha))
                .body("[0].preview.body", containsString("A-1"));
        why(campaign, asha).body("outcome", equalTo("MESSAGEABLE")).body("via.kind", contains("RECIPIENT"));

        launch(campaign);
        assertEquals(List.of("A-1"), coupons(campaign));
        assertEquals(hash, get("/campaigns/" + campaign).getString("audienceHash"));
        assertEquals(
                Map.of("MISSING_VARIABLE", 1),
                get("/campaigns/" + campaign + "/stats").getMap("skippedByReason"));
        post("/campaigns/" + campaign + "/recipients", "[{'phone':'%s'}]".formatted(phone(asha)))
                .statusCode(409);
        api().delete("/api/v1/campaigns/" + campaign + "/recipients").then().statusCode(409);
    }

    @Test
    void theHashTellsWhoIsInTheAudience() {
        String phone = phone(optedIn());
        long campaign = draft("{'value':'X'}");
        upload(campaign, "phone\n" + phone + "\n").statusCode(200);
        String one = preflight(campaign).extract().path("audience.hash");
        upload(campaign, "phone\n" + phone(optedIn()) + "\n").statusCode(200);
        assertNotEquals(one, preflight(campaign).extract().path("audience.hash"));

        long other = draft("{'value':'Y'}");
        upload(other, "phone\n" + phone + "\n").statusCode(200);
        assertEquals(one, preflight(other).extract().path("audience.hash"));
    }

    @Test
    void whoIsNoContactYetBecomesOneOfWhomNoConsentIsKnown() {
        String phone = "+91" + PHONES.incrementAndGet();
        long campaign = draft("{'path':'recipient.coupon'}");
        upload(campaign, "phone,coupon\n" + phone.substring(3) + ",A\n", "?defaultCountry=IN")
                .statusCode(200)
                .body("added", equalTo(1));
        JsonPath contact =
                api().queryParam("search", phone).get("/api/v1/contacts").jsonPath();
        assertEquals("UNKNOWN", contact.getString("items[0].consent.marketing"));
        assertEquals("IN", contact.getString("items[0].country"));
        preflight(campaign).body("audience.skipped.NOT_OPTED_IN", equalTo(1)).body("ready", equalTo(false));

        api().delete("/api/v1/contacts/" + contact.getLong("items[0].id"))
                .then()
                .statusCode(204);
        values(campaign).body("count", equalTo(0)).body("items", hasSize(0));
    }

    @Test
    void aListIsClearedAndAColumnThatNobodyBringsIsWarnedOf() {
        long campaign = draft("{'path':'recipient.cupon','fallback':'none'}");
        upload(campaign, "phone,coupon\n%s,A\n".formatted(phone(optedIn()))).statusCode(200);
        preflight(campaign)
                .body("warnings.code", hasItem("RECIPIENT_COLUMN_UNKNOWN"))
                .body("ready", equalTo(true));
        api().delete("/api/v1/campaigns/" + campaign + "/recipients").then().statusCode(204);
        preflight(campaign).body("problems.code", hasItem("AUDIENCE_MISSING"));
    }

    @Test
    void aCampaignDoesNotStartWhileAFileIsStoredForIt() {
        long campaign = draft("{'path':'recipient.coupon'}");
        sql.run(
                        "insert into recipient_list (campaign_id, loading_until) values ($1, now() + interval '1 min')",
                        campaign)
                .await()
                .atMost(Duration.ofSeconds(5));

        api().post("/api/v1/campaigns/" + campaign + "/launch")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/recipients-loading"));

        upload(campaign, "phone,coupon\n%s,A\n".formatted(phone(optedIn()))).statusCode(200);
        launch(campaign);
    }

    private List<String> coupons(long campaign) {
        return sql.rows(
                        "select params[2] as coupon from message_param where campaign_id = $1 order by seq",
                        row -> row.getString("coupon"),
                        campaign)
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static void launch(long campaign) {
        post("/campaigns/" + campaign + "/launch").statusCode(200);
        awaitState(campaign, "COMPLETED");
    }

    private static ValidatableResponse why(long campaign, long contact) {
        return api().queryParam("phone", phone(contact))
                .get("/api/v1/campaigns/" + campaign + "/why")
                .then()
                .statusCode(200);
    }
}
