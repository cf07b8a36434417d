package io.tiercast.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.restassured.path.json.JsonPath;
import io.tiercast.boot.TiercastProcess;
import io.tiercast.boot.Waiting;
import io.tiercast.journey.Program;
import io.tiercast.outside.OutsideSettings.Mishaps;
import io.tiercast.outside.OutsideSettings.Shares;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of template from its writing to the phone, at a Meta that is not ours and refuses whatever its documentation does not show. */
class EveryKindIT {

    private static final Account ACCOUNT = OutsideShop.account("TIER_10K");
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final OutsideSettings SETTINGS = new OutsideSettings(
            1, Duration.ofMillis(20), 500, Duration.ofMillis(300), 10, new Shares(0, 0, 0, 0, 0), Mishaps.NONE);

    private static final String BODY =
            "{'type':'BODY','text':'Hello {{1}}, here is our news.','example':{'body_text':[['Asha']]}}";
    private static final String NAME = "'body.1':{'path':'contact.name','fallback':'friend'}";
    private static final String HANDLE = "'example':{'header_handle':['4::aW1hZ2U=']}";
    private static final String LINK =
            "{'type':'URL','text':'Shop','url':'https://shop.example/{{1}}','example':['https://shop.example/a']}";
    private static final String PICTURE = "'header.media':{'value':'https://shop.example/a.jpg'}";
    private static final String SECTIONS =
            "'[{\\\"title\\\":\\\"New\\\",\\\"product_items\\\":[{\\\"product_retailer_id\\\":\\\"sku1\\\"}]}]'";

    @TempDir
    static Path folder;

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static OutsideMeta meta;
    private static TiercastProcess tiercast;
    private static OutsideShop shop;
    private static long senderId;

    @BeforeAll
    static void start() {
        meta = new OutsideMeta(SETTINGS, ACCOUNT);
        tiercast = new TiercastProcess(folder, OutsideShop.environment(meta, ACCOUNT)).start();
        shop = new OutsideShop(meta, ACCOUNT, tiercast);
        senderId = shop.connectSender(100);
    }

    @AfterAll
    static void stop() {
        if (tiercast != null) {
            tiercast.close();
        }
        meta.close();
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                kind("MARKETING", "plain words", "{'type':'BODY','text':'News.'}", ""),
                kind(
                        "MARKETING",
                        "text header, footer, quick replies, link and phone",
                        "{'type':'HEADER','format':'TEXT','text':'For {{1}}','example':{'header_text':['Asha']}},"
                                + BODY
                                + ",{'type':'FOOTER','text':'Reply STOP to leave'},"
                                + buttons(
                                        "{'type':'QUICK_REPLY','text':'Yes'},{'type':'QUICK_REPLY','text':'No'}," + LINK
                                                + ",{'type':'PHONE_NUMBER','text':'Call','phone_number':'+15550001111'}"),
                        "'header.1':{'path':'contact.name','fallback':'you'}," + NAME
                                + ",'button.0.payload':'YES','button.2.url':'sale'"),
                kind(
                        "UTILITY",
                        "named variables",
                        "{'type':'BODY','text':'Dear {{first_name}}, see you in {{city}} soon.','example':{'body_text_named_params':["
                                + "{'param_name':'first_name','example':'Asha'},{'param_name':'city','example':'Pune'}]}}",
                        "'body.first_name':{'path':'contact.name','fallback':'friend'},'body.city':{'path':'contact.attributes.city','fallback':'town'}"),
                kind(
                        "MARKETING",
                        "image",
                        "{'type':'HEADER','format':'IMAGE'," + HANDLE + "}," + BODY,
                        NAME + "," + PICTURE),
                kind(
                        "MARKETING",
                        "video",
                        "{'type':'HEADER','format':'VIDEO'," + HANDLE + "}," + BODY,
                        NAME + ",'header.media':'https://shop.example/v.mp4'"),
                kind(
                        "UTILITY",
                        "document with its name",
                        "{'type':'HEADER','format':'DOCUMENT'," + HANDLE + "}," + BODY,
                        NAME + ",'header.media':'https://shop.example/i.pdf','header.filename':'invoice.pdf'"),
                kind(
                        "UTILITY",
                        "location",
                        "{'type':'HEADER','format':'LOCATION'}," + BODY,
                        NAME
                                + ",'header.latitude':'18.52','header.longitude':'73.85','header.name':'Shop','header.address':'Street 1'"),
                kind(
                        "MARKETING",
                        "code to copy",
                        BODY + "," + buttons("{'type':'COPY_CODE','example':'SALE25'}"),
                        NAME + ",'button.0.code':'DIWALI25'"),
                kind(
                        "MARKETING",
                        "flow",
                        BODY + ","
                                + buttons(
                                        "{'type':'FLOW','text':'Book','flow_id':'77','flow_action':'navigate','navigate_screen':'A'}"),
                        NAME + ",'button.0.flow_token':'t1'"),
                kind(
                        "MARKETING",
                        "catalogue",
                        BODY + "," + buttons("{'type':'CATALOG','text':'View catalog'}"),
                        NAME + ",'button.0.thumbnail':'sku1'"),
                kind(
                        "MARKETING",
                        "list of products",
                        "{'type':'HEADER','format':'TEXT','text':'For you'}," + BODY + ","
                                + buttons("{'type':'MPM','text':'View items'}"),
                        NAME + ",'button.0.thumbnail':'sku1','button.0.sections':" + SECTIONS),
                kind(
                        "MARKETING",
                        "one product",
                        "{'type':'HEADER','format':'PRODUCT'}," + BODY + "," + buttons("{'type':'SPM','text':'View'}"),
                        NAME + ",'header.product':'sku1','header.catalog':'19483'"),
                kind(
                        "MARKETING",
                        "offer for a limited time",
                        "{'type':'HEADER','format':'IMAGE'," + HANDLE
                                + "},{'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'Ends soon','has_expiration':true}},"
                                + BODY + "," + buttons("{'type':'COPY_CODE','example':'SALE25'}," + LINK),
                        NAME + "," + PICTURE
                                + ",'offer.expires':'2036-01-01T00:00:00Z','button.0.code':'SALE25','button.1.url':'sale'"),
                kind(
                        "MARKETING",
                        "carousel of pictures",
                        BODY + ",{'type':'CAROUSEL','cards':[" + card("kurta") + "," + card("shawl") + "]}",
                        NAME + ",'card.0." + PICTURE.substring(1) + ",'card.0.body.1':'499','card.0.button.1.url':'a'"
                                + ",'card.1.header.media':'https://shop.example/b.jpg','card.1.body.1':'999','card.1.button.1.url':'b'"),
                kind(
                        "MARKETING",
                        "carousel of products",
                        BODY + ",{'type':'CAROUSEL','cards':[" + product() + "," + product() + "]}",
                        NAME
                                + ",'card.0.header.product':'a','card.0.header.catalog':'9','card.1.header.product':'b','card.1.header.catalog':'9'"),
                kind(
                        "AUTHENTICATION",
                        "one-time password",
                        "{'type':'BODY','add_security_recommendation':true},{'type':'FOOTER','code_expiration_minutes':10},"
                                + buttons("{'type':'OTP','otp_type':'COPY_CODE','text':'Copy code'}"),
                        "'body.1':'482913'"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("kinds")
    void isWrittenApprovedMappedPreviewedSentAndSeen(
            String category, String kind, String components, String variables) {
        Program program = shop.program();
        long template = create(category, kind, components);
        Waiting.until(kind + " to be approved", SOON, () -> status(template).equals("APPROVED"));
        sync(template);
        long campaign = draft(template, kind, variables);
        JsonPath preview = program.request()
                .body("{}")
                .post("/campaigns/" + campaign + "/preview")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(1, preview.getList("preview.body").size());
        assertTrue(!preview.getString("[0].preview.body").contains("{{"), preview.getString("[0].preview.body"));
        JsonPath preflight = program.act("/campaigns/" + campaign + "/preflight", Map.of());
        assertEquals(List.of(), preflight.getList("problems"));

        int before = meta.ledger().acceptedCount();
        program.act("/campaigns/" + campaign + "/launch", Map.of());
        Waiting.until(kind + " to be read", SOON, () -> isRead(campaign));
        assertEquals(List.of(), meta.ledger().faults());
        assertEquals(1, meta.ledger().acceptedCount() - before);
    }

    @Test
    void aTemplateIsEditedAndDeletedAtMeta() {
        long template = create("UTILITY", "edited", "{'type':'BODY','text':'The first words.'}");
        Waiting.until("approval", SOON, () -> status(template).equals("APPROVED"));
        shop.program()
                .put(
                        "/templates/" + template,
                        Map.of(
                                "category",
                                "UTILITY",
                                "components",
                                List.of(Map.of("type", "BODY", "text", "Other words."))));
        Waiting.until("the second approval", SOON, () -> status(template).equals("APPROVED"));
        String name = shop.program().get("/templates/" + template).getString("name");
        assertEquals(
                "Other words.",
                ACCOUNT.template(name, "en_US")
                        .orElseThrow()
                        .getJsonArray("components")
                        .getJsonObject(0)
                        .getString("text"));
        shop.program().request().delete("/templates/" + template).then().statusCode(204);
        assertTrue(ACCOUNT.template(name, "en_US").isEmpty());
    }

    @Test
    void aPauseByPacingIsEndedByHand() {
        long template = shop.program().get("/templates?name=paused_offer").getLong("items[0].id");
        assertEquals("PAUSED", status(template));
        shop.program().act("/templates/" + template + "/unpause", Map.of());
        Waiting.until("it to be approved again", SOON, () -> status(template).equals("APPROVED"));
        shop.program()
                .request()
                .post("/templates/" + template + "/unpause")
                .then()
                .statusCode(409);
    }

    @Test
    void marketingGoesByItsOwnInterfaceWhereTheSenderWantsIt() {
        shop.program().patch("/senders/" + senderId, Map.of("marketingMessages", "FALLBACK"));
        long template = create("MARKETING", "by its own way", "{'type':'BODY','text':'Marketing words.'}");
        Waiting.until("approval", SOON, () -> status(template).equals("APPROVED"));
        long campaign = draft(template, "own way", "");
        shop.program().act("/campaigns/" + campaign + "/launch", Map.of());
        Waiting.until("it to be read", SOON, () -> isRead(campaign));
        assertEquals(List.of(), meta.ledger().faults());
        shop.program().patch("/senders/" + senderId, Map.of("marketingMessages", "OFF"));
    }

    @Test
    void whatThatInterfaceCannotUseGoesTheOrdinaryWayAfterAll() {
        shop.program().patch("/senders/" + senderId, Map.of("marketingMessages", "FALLBACK"));
        long template =
                create("MARKETING", MessageCheck.NOT_FOR_MARKETING_API, "{'type':'BODY','text':'Ordinary words.'}");
        Waiting.until("approval", SOON, () -> status(template).equals("APPROVED"));
        int before = meta.ledger().throttledCount();
        long campaign = draft(template, "ordinary way", "");
        shop.program().act("/campaigns/" + campaign + "/launch", Map.of());
        Waiting.until("it to be read", SOON, () -> isRead(campaign));
        assertEquals(1, meta.ledger().throttledCount() - before);
        assertEquals(Map.of(), meta.ledger().doubled());
        shop.program().patch("/senders/" + senderId, Map.of("marketingMessages", "OFF"));
    }

    private static long create(String category, String kind, String components) {
        return shop.program()
                .request()
                .body("{'senderId':%d,'name':'%s','language':'en_US','category':'%s','components':[%s]}"
                        .formatted(
                                senderId,
                                kind.replaceAll("[^a-z]", "_"),
                                category,
                                components.replace("our news", kind))
                        .replace('\'', '"'))
                .post("/templates")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    /** Reading the list again changes nothing about what is approved, except for what Meta itself has written. */
    private static void sync(long template) {
        shop.program().act("/templates/sync", Map.of("senderId", senderId));
        assertEquals("APPROVED", status(template));
    }

    private static long draft(long template, String kind, String variables) {
        long group = shop.group(kind);
        shop.bring(group, 900_000 + PEOPLE.incrementAndGet(), 1, "OPTED_IN");
        return shop.program()
                .request()
                .body(
                        "{'name':'%s','senderIds':[%d],'content':[{'templateId':%d,'variables':{%s}}],'audience':{'groupIds':[%d]}}"
                                .formatted(kind, senderId, template, variables, group)
                                .replace('\'', '"'))
                .post("/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static boolean isRead(long campaign) {
        JsonPath stats = shop.program().stats(campaign);
        assertEquals(Map.of(), stats.getMap("failedByCode"));
        return stats.getInt("funnel.read") == 1;
    }

    private static String status(long template) {
        return shop.program().get("/templates/" + template).getString("status");
    }

    private static Arguments kind(String category, String kind, String components, String variables) {
        return arguments(category, kind, components, variables);
    }

    private static String buttons(String buttons) {
        return "{'type':'BUTTONS','buttons':[" + buttons + "]}";
    }

    private static String card(String what) {
        return "{'components':[{'type':'HEADER','format':'IMAGE'," + HANDLE + "},{'type':'BODY','text':'A " + what
                + " for {{1}} only.','example':{'body_text':[['499']]}},"
                + buttons("{'type':'QUICK_REPLY','text':'More'}," + LINK) + "]}";
    }

    private static String product() {
        return "{'components':[{'type':'HEADER','format':'PRODUCT'}," + buttons("{'type':'SPM','text':'View'}") + "]}";
    }
}
