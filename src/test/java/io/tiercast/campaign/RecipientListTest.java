package io.tiercast.campaign;

import static io.tiercast.campaign.Shop.api;
import static io.tiercast.campaign.Shop.awaitState;
import static io.tiercast.campaign.Shop.contact;
import static io.tiercast.campaign.Shop.get;
import static io.tiercast.campaign.Shop.id;
import static io.tiercast.campaign.Shop.plan;
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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recipients that bring their own values: a coupon each. */
@QuarkusTest
class RecipientListTest {

    private static final AtomicLong PHONES = new AtomicLong(9_720_000_000L);

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
    void aFileOfAnyWritingIsReadAndItsFaultsAreNamedByTheirLine() {
        String phone = phone(optedIn());
        String csv = "Phone;Coupon;\n%s;ÄÖ-1;\n12;B;\n%s;twice;\n\"x;open;\n".formatted(phone, phone);
        long campaign = draft("{'path':'recipient.Coupon','fallback':'none'}");
        upload(campaign, csv, Charset.forName("windows-1252"))
                .statusCode(200)
                .body("added", equalTo(1))
                .body("replaced", equalTo(1))
                .body("rejected", equalTo(2))
                .body("rejections.row", contains(3, 5));
        values(campaign).body("items.values.Coupon", contains("twice")).body("columns", contains("Coupon"));
        upload(campaign, csv).statusCode(200).body("added", equalTo(0)).body("replaced", equalTo(2));
        values(campaign).body("count", equalTo(1));
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

    @Test
    void aHundredThousandRowsAreStreamedIn() {
        long campaign = draft("{'path':'recipient.coupon'}");
        String csv = LongStream.range(0, 100_000)
                .mapToObj(i -> "+91" + (9_730_000_000L + i) + ",C" + i)
                .collect(Collectors.joining("\n", "phone,coupon\n", "\n"));
        upload(campaign, csv).statusCode(200).body("added", equalTo(100_000)).body("total", equalTo(100_000));
        preflight(campaign).body("audience.matched", equalTo(100_000));
        sql.run("delete from contact where phone between '+919730000000' and '+919730099999'")
                .await()
                .atMost(Duration.ofSeconds(60));
        values(campaign).body("count", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~ | 422 | empty
            name,coupon | 422 | no column
            phone,a,a | 422 | twice
            phone,NUL | 422 | no text
            """)
    void aFileThatIsNoListIsRefusedWhole(String csv, int status, String detail) {
        long campaign = draft("{'value':'X'}");
        upload(campaign, csv.replace("NUL", "\0")).statusCode(status).body("detail", containsString(detail));
        values(campaign).body("count", equalTo(0));
    }

    @Test
    void whatIsNoListOfObjectsIsRefused() {
        long campaign = draft("{'value':'X'}");
        String path = "/campaigns/" + campaign + "/recipients";
        post(path, "[]").statusCode(400);
        post(path, "[null]").statusCode(400);
        post(path, "{}").statusCode(400);
        post(path, "{'recipients':[{'phone':'+919720000001'}],'more':1}").statusCode(400);
        post(path, "{'recipients':[{'phone':'+919720000001','coupon':'A'}]}")
                .statusCode(200)
                .body("added", equalTo(1));
        post(path, "{'phone':'+919720000001'}").statusCode(400);
        post(path, "[{'phone':'+919720000001','coupon':{'code':1}}]")
                .statusCode(200)
                .body("rejected", equalTo(1));
        post(path + "?defaultCountry=XX", "[{'phone':'1'}]").statusCode(422);
        post("/campaigns/99999999/recipients", "[{'phone':'+919720000001'}]").statusCode(404);
        api().contentType("text/csv")
                .body("phone\n+919720000001\n")
                .post("/api/v1/campaigns/99999999/recipients")
                .then()
                .statusCode(404);
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

    private static ValidatableResponse preflight(long campaign) {
        return post("/campaigns/" + campaign + "/preflight").statusCode(200);
    }

    private static ValidatableResponse values(long campaign) {
        return api().get("/api/v1/campaigns/" + campaign + "/recipients/values")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse why(long campaign, long contact) {
        return api().queryParam("phone", phone(contact))
                .get("/api/v1/campaigns/" + campaign + "/why")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse upload(long campaign, String csv) {
        return upload(campaign, csv, StandardCharsets.UTF_8);
    }

    private static ValidatableResponse upload(long campaign, String csv, Charset charset) {
        return upload(campaign, csv.getBytes(charset), "");
    }

    private static ValidatableResponse upload(long campaign, String csv, String query) {
        return upload(campaign, csv.getBytes(StandardCharsets.UTF_8), query);
    }

    private static ValidatableResponse upload(long campaign, byte[] csv, String query) {
        return api().contentType("text/csv")
                .body(csv)
                .post("/api/v1/campaigns/" + campaign + "/recipients" + query)
                .then();
    }

    private static long optedIn() {
        return contact("'name':'Asha','consent':{'marketing':'OPTED_IN'}");
    }

    private static String phone(long contact) {
        return get("/contacts/" + contact).getString("phone");
    }

    /** A draft for nobody yet, whose second variable has this source. */
    private static long draft(String source) {
        String plan = plan(0, "").replace("'body.2':{'value':'Pune'}", "'body.2':" + source);
        return id(post("/campaigns", plan.replace("{'groupIds':[0]}", "{}")).statusCode(201));
    }
}
