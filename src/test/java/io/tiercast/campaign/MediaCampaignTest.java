package io.tiercast.campaign;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tiercast.media.Samples;
import io.tiercast.sql.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Campaigns that show files of ours, through the sandbox, which knows only what was uploaded to it. */
@QuarkusTest
class MediaCampaignTest {

    private static final String TEXTS = "'body.first_name':'Asha','body.city':'Pune'";
    private static final String OPTED_IN = ",'consent':{'marketing':'OPTED_IN'}";

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Sql sql;

    @Inject
    MediaRenewal renewal;

    @Test
    void aFileIsUploadedOnceForAllCampaignsOfASender() {
        long file = upload("image/png", Samples.png());
        assertAccepted(2, completed(campaign(mediaId(file), Shop.groupOf(2), "")));
        String metaId = metaId(file);
        assertAccepted(1, completed(campaign(mediaId(file), Shop.groupOf(1), "")));

        assertEquals(metaId, metaId(file));
    }

    @Test
    void everybodyMayHaveAFileOfTheirOwn() {
        long one = upload("image/png", Samples.png());
        long two = upload("image/jpeg", Samples.jpeg());
        long document = upload("application/pdf", Samples.pdf());
        long group = Shop.group();
        join(group, Long.toString(one));
        join(group, "'media:%d'".formatted(two));
        join(group, "'https://shop.example.com/mine.jpg'");
        join(group, "'media:%d'".formatted(document));
        join(group, "999999999");
        join(group, "'nothing'");

        JsonPath stats = completed(campaign("{'path':'contact.attributes.photo'}", group, ""));

        assertAccepted(3, stats);
        assertEquals(Map.of("MISSING_VARIABLE", 3), stats.getMap("skippedByReason"));
    }

    @Test
    void whoHasNoFileGetsTheFallback() {
        long group = Shop.group();
        join(group, "'nothing'");
        String source = "{'path':'contact.attributes.photo','fallback':'media:%d'}"
                .formatted(upload("image/png", Samples.png()));

        assertAccepted(1, completed(campaign(source, group, "")));
    }

    @Test
    void whatCannotBeShownIsSaidBeforeTheLaunch() {
        long document = upload("application/pdf", Samples.pdf());
        long campaign = campaign(mediaId(document), Shop.groupOf(1), "");
        Shop.post("/campaigns/" + campaign + "/preflight")
                .statusCode(200)
                .body("problems.field", contains("content[0].variables.header.media"))
                .body("problems[0].message", containsString("IMAGE"));
        Shop.post("/campaigns", plan(mediaId(999_999_999), Shop.group(), ""))
                .statusCode(422)
                .body("errors.field", contains("content[0].variables.header.media.mediaId"));
    }

    @Test
    void aPreviewNamesTheFile() {
        long file = upload("image/png", Samples.png());
        long campaign = campaign(mediaId(file), Shop.groupOf(1), "");
        Shop.post("/campaigns/" + campaign + "/preview").statusCode(200).body("[0].preview.media.mediaId", equalTo((int)
                file));
        assertEquals(file, Shop.get("/campaigns/" + campaign).getLong("content[0].variables.'header.media'.mediaId"));
    }

    @Test
    void aTestSendShowsTheFile() {
        long campaign = campaign(mediaId(upload("image/png", Samples.png())), Shop.groupOf(1), "");
        Shop.post("/campaigns/" + campaign + "/test", "{'phones':['+919811122233']}")
                .statusCode(200)
                .body("items.outcome", contains("ACCEPTED"));
    }

    @Test
    void whatMetaWouldForgetIsRenewedWhileTheCampaignLasts() {
        long ofAll = upload("image/png", Samples.png());
        long ofOne = upload("image/jpeg", Samples.jpeg());
        long fixed = waiting(campaign(mediaId(ofAll), Shop.groupOf(1), closed()));
        long group = Shop.group();
        join(group, Long.toString(ofOne));
        long own = waiting(campaign("{'path':'contact.attributes.photo'}", group, closed()));
        String before = metaId(ofAll);
        String other = metaId(ofOne);
        run("update media_upload set expires_at = now() + interval '6 days' where meta_id in ($1, $2)", before, other);

        renewal.round().await().atMost(SOON);

        assertNotEquals(before, metaId(ofAll));
        forgottenAtMeta(before);
        forgottenAtMeta(other);
        run("update campaign_run set hours = null where campaign_id in ($1, $2)", fixed, own);
        assertAccepted(1, awaited(fixed));
        assertAccepted(1, awaited(own));
    }

    @Test
    void anIdThatAnotherLaunchBroughtReachesTheQueuesThatWait() {
        long file = upload("image/png", Samples.png());
        long waiting = waiting(campaign(mediaId(file), Shop.groupOf(1), closed()));
        String before = metaId(file);
        run("update media_upload set expires_at = now() + interval '6 days' where meta_id = $1", before);
        assertAccepted(1, completed(campaign(mediaId(file), Shop.groupOf(1), "")));

        renewal.round().await().atMost(SOON);

        forgottenAtMeta(before);
        run("update campaign_run set hours = null where campaign_id = $1", waiting);
        assertAccepted(1, awaited(waiting));
    }

    @Test
    void aFileIsKeptAsLongAsACampaignShowsIt() {
        long file = upload("image/png", Samples.png());
        long campaign = waiting(campaign(mediaId(file), Shop.groupOf(1), closed()));
        Shop.api().delete("/api/v1/media/" + file).then().statusCode(409);

        Shop.post("/campaigns/" + campaign + "/cancel").statusCode(200);
        Shop.awaitState(campaign, "CANCELLED");
        Shop.api().delete("/api/v1/media/" + file).then().statusCode(204);
    }

    private static long upload(String type, byte[] content) {
        return Shop.id(Shop.api()
                .config(Samples.BINARY)
                .contentType(type)
                .body(content)
                .post("/api/v1/media")
                .then()
                .statusCode(201));
    }

    private static String mediaId(long file) {
        return "{'mediaId':%d}".formatted(file);
    }

    /** @param photo JSON */
    private static void join(long group, String photo) {
        Shop.join(group, Shop.contact("'name':'Asha','attributes':{'photo':%s}%s".formatted(photo, OPTED_IN)));
    }

    private static long campaign(String media, long group, String more) {
        return Shop.id(Shop.post("/campaigns", plan(media, group, more)).statusCode(201));
    }

    private static String plan(String media, long group, String more) {
        return "{'name':'Media','senderIds':[%d],'content':[{'templateId':%d,'variables':{%s,'header.media':%s}}],'audience':{'groupIds':[%d]}%s}"
                .formatted(Shop.sender(), Shop.template("new_collection", "en_US"), TEXTS, media, group, more);
    }

    /** Hours that begin in two. */
    private static String closed() {
        LocalTime now = LocalTime.now(ZoneOffset.UTC);
        DateTimeFormatter minutes = DateTimeFormatter.ofPattern("HH:mm");
        return ",'delivery':{'hours':{'from':'%s','to':'%s','timezone':'UTC'}}"
                .formatted(now.plusHours(2).format(minutes), now.plusHours(3).format(minutes));
    }

    private static JsonPath completed(long campaign) {
        Shop.post("/campaigns/" + campaign + "/launch").statusCode(200);
        return awaited(campaign);
    }

    private static JsonPath awaited(long campaign) {
        Shop.awaitState(campaign, "COMPLETED");
        return Shop.get("/campaigns/" + campaign + "/stats");
    }

    private static long waiting(long campaign) {
        Shop.post("/campaigns/" + campaign + "/launch").statusCode(200);
        Shop.awaitState(campaign, "WAITING");
        return campaign;
    }

    private static void assertAccepted(int messages, JsonPath stats) {
        assertEquals(messages, stats.getInt("funnel.accepted"), () -> "refused: " + stats.getMap("failedByCode"));
    }

    private static void forgottenAtMeta(String metaId) {
        given().header("Authorization", "Bearer " + Shop.get("/sandbox").getString("account.accessToken"))
                .delete("/sandbox/graph/v25.0/" + metaId)
                .then()
                .statusCode(200);
    }

    private String metaId(long file) {
        return sql.first(
                        "select meta_id from media_upload where media_id = $1 and sender_id = $2",
                        row -> row.getString("meta_id"),
                        file,
                        Shop.sender())
                .await()
                .atMost(SOON);
    }

    private void run(String statement, Object... arguments) {
        sql.run(statement, arguments).await().atMost(SOON);
    }
}
