package io.tiercast.campaign;

import static io.tiercast.campaign.Shop.api;
import static io.tiercast.campaign.Shop.awaitState;
import static io.tiercast.campaign.Shop.contact;
import static io.tiercast.campaign.Shop.get;
import static io.tiercast.campaign.Shop.group;
import static io.tiercast.campaign.Shop.id;
import static io.tiercast.campaign.Shop.join;
import static io.tiercast.campaign.Shop.plan;
import static io.tiercast.campaign.Shop.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Audiences of segments, filters and exclusions. */
@QuarkusTest
class AudienceTest {

    private static final AtomicInteger NAMES = new AtomicInteger();

    @Test
    void theAudienceIsTheUnionLessTheExcludedEachPersonOnceAsOfTheStart() {
        String tag = tag();
        long both = person(tag, "north");
        person(tag, "south");
        long grouped = person("x" + tag, "south");
        long group = group();
        join(group, both);
        join(group, grouped);
        long campaign = draft("""
                {'groupIds':[%d],'segmentIds':[%d],'filter':{'type':'tag','tag':'%s'},
                 'exclude':{'filter':{'type':'property','path':'contact.attributes.side','op':'EQ','value':'west'},'segmentIds':[%d]}}""".formatted(group, segment(tag), tag, segment("left out " + tag)));
        person(tag, "late");
        person(tag, "west");
        contact("'tags':['%s','left out %s'],'consent':{'marketing':'OPTED_IN'}".formatted(tag, tag));
        post("/campaigns/" + campaign + "/preflight")
                .statusCode(200)
                .body("audience.matched", equalTo(6))
                .body("audience.messageable", equalTo(4))
                .body("audience.skipped.EXCLUDED", equalTo(2));

        post("/campaigns/" + campaign + "/launch").statusCode(200);
        awaitState(campaign, "COMPLETED");
        JsonPath stats = get("/campaigns/" + campaign + "/stats");
        assertEquals(6, stats.getInt("total"));
        assertEquals(Map.of("EXCLUDED", 2), stats.getMap("skippedByReason"));
    }

    @Test
    void whoWouldBeSkippedIsNamedForEachReason() {
        String tag = tag();
        person(tag, "north");
        long unknown = contact("'tags':['%s']".formatted(tag));
        long refused = contact("'tags':['%s'],'consent':{'marketing':'OPTED_OUT'}".formatted(tag));
        long later = contact("'tags':['%s'],'consent':{'marketing':'OPTED_OUT'}".formatted(tag));
        String skipped =
                "/campaigns/" + draft("{'segmentIds':[%d]}".formatted(segment(tag))) + "/preview/skipped?reason=";

        assertEquals(List.of(later, refused), people(get(skipped + "OPTED_OUT")));
        assertEquals(List.of(unknown), people(get(skipped + "NOT_OPTED_IN")));
        assertEquals(List.of(), people(get(skipped + "EXCLUDED")));
        JsonPath first = get(skipped + "OPTED_OUT&limit=1");
        assertEquals(List.of(later), people(first));
        assertEquals(
                List.of(refused), people(get(skipped + "OPTED_OUT&limit=1&cursor=" + first.getString("nextCursor"))));
        api().get("/api/v1" + skipped + "LAZY").then().statusCode(400).body("errors.field", hasItem("reason"));
    }

    private static List<Long> people(JsonPath page) {
        return page.getList("items.contactId", Long.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'segmentIds':[99999999]} | 422 | audience.segmentIds[0]
            {'exclude':{'segmentIds':[99999999]}} | 422 | audience.exclude.segmentIds[0]
            {'filter':{'type':'all','of':[{'type':'group','groupId':99999999}]}} | 422 | audience.filter.of[0].groupId
            {'filter':{'type':'property','path':'contact.name','op':'GT','value':'x'}} | 422 | audience.filter.op
            {'exclude':{'filter':{'type':'not','of':{'type':'event','name':'x','within':'x'}}}} | 422 | audience.exclude.filter.of.within
            {'filter':{'type':'property','path':'contact.name','op':'LIKE','value':'x'}} | 400 | audience.filter.op
            """)
    void aPlanThatNamesNothingOrMakesNoSenseIsRefusedByItsField(String audience, int status, String field) {
        post("/campaigns", "{'name':'Refused','audience':%s}".formatted(audience))
                .statusCode(status)
                .body("errors.field", hasItem(field));
    }

    @Test
    void aSegmentStaysWhileACampaignHasYetToStartWithIt() {
        String tag = tag();
        long segment = segment(tag);
        long nested = segment(tag);
        person(tag, "north");
        long campaign =
                draft("{'segmentIds':[%d],'exclude':{'filter':{'type':'not','of':{'type':'segment','segmentId':%d}}}}"
                        .formatted(segment, nested));
        delete(segment).statusCode(409).body("detail", containsString("the campaign Audience"));
        delete(nested).statusCode(409);
        post("/campaigns/" + campaign + "/launch").statusCode(200);
        awaitState(campaign, "COMPLETED");
        delete(segment).statusCode(204);
        delete(nested).statusCode(204);
    }

    @Test
    void aGroupInAFilterStaysWhileACampaignHasYetToStart() {
        long group = group();
        long campaign = draft("{'filter':{'type':'not','of':{'type':'group','groupId':%d}}}".formatted(group));
        api().delete("/api/v1/groups/" + group).then().statusCode(409);
        api().delete("/api/v1/campaigns/" + campaign).then().statusCode(204);
        api().delete("/api/v1/groups/" + group).then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'groupIds':[%d]}", "{'filter':{'type':'all','of':[]},'exclude':{'groupIds':[%d]}}"})
    void aGroupThatACampaignNamesStaysUntilItHasStarted(String audience) {
        long group = group();
        long campaign = draft(audience.formatted(group));
        api().delete("/api/v1/groups/" + group).then().statusCode(409).body("type", equalTo("/problems/group-in-use"));
        api().delete("/api/v1/campaigns/" + campaign).then().statusCode(204);
        api().delete("/api/v1/groups/" + group).then().statusCode(204);
    }

    @Test
    void anOldCampaignWhoseGroupIsGoneCanBeCopied() {
        long group = group();
        join(group, person(tag(), "north"));
        long campaign = draft("{'groupIds':[%d]}".formatted(group));
        post("/campaigns/" + campaign + "/launch").statusCode(200);
        awaitState(campaign, "COMPLETED");
        api().delete("/api/v1/groups/" + group).then().statusCode(204);
        post("/campaigns/" + campaign + "/duplicate").statusCode(201);
    }

    @Test
    void anOldCampaignWhoseSegmentIsGoneCannotBeCopiedAndItIsSaidWhy() {
        String tag = tag();
        person(tag, "north");
        long segment = id(post("/segments", "{'name':'Of %s','filter':{'type':'tag','tag':'%s'}}".formatted(tag, tag)));
        long campaign = draft("{'segmentIds':[%d]}".formatted(segment));
        post("/campaigns/" + campaign + "/launch").statusCode(200);
        awaitState(campaign, "COMPLETED");
        api().delete("/api/v1/segments/" + segment).then().statusCode(204);
        post("/campaigns/" + campaign + "/duplicate").statusCode(409).body("type", equalTo("/problems/audience-gone"));
    }

    @Test
    void whyTellsWhichRuleDecidesBeforeTheStartAndWhichDecidedAfterwards() {
        String tag = tag();
        long in = person(tag, "north");
        long out = person(tag, "north");
        long optedOut = contact("'tags':['%s'],'consent':{'marketing':'OPTED_OUT'}".formatted(tag));
        long stranger = contact("'name':'Nobody'");
        long segment = segment(tag);
        long group = group();
        join(group, out);
        long campaign = draft("{'segmentIds':[%d],'exclude':{'groupIds':[%d]}}".formatted(segment, group));

        why(campaign, in)
                .body("outcome", equalTo("MESSAGEABLE"))
                .body("frozen", equalTo(false))
                .body("reason", nullValue())
                .body("via.kind", contains("SEGMENT"))
                .body("via.id", contains((int) segment));
        why(campaign, out)
                .body("outcome", equalTo("SKIPPED"))
                .body("reason", equalTo("EXCLUDED"))
                .body("excludedBy.id", contains((int) group))
                .body("explanation", containsString("is excluded by the group Customers"));
        why(campaign, optedOut).body("reason", equalTo("OPTED_OUT"));
        why(campaign, stranger).body("outcome", equalTo("NOT_IN_AUDIENCE")).body("via", hasSize(0));
        why(campaign, "+919000000001").body("outcome", equalTo("UNKNOWN_CONTACT"));
        api().get("/api/v1/campaigns/" + campaign + "/why?phone=nonsense")
                .then()
                .statusCode(400);
        api().get("/api/v1/campaigns/" + campaign + "/why").then().statusCode(400);
        api().get("/api/v1/campaigns/99999999/why?phone=%2B919000000001").then().statusCode(404);

        post("/campaigns/" + campaign + "/launch").statusCode(200);
        awaitState(campaign, "COMPLETED");
        long late = person(tag, "north");
        why(campaign, in).body("frozen", equalTo(true)).body("outcome", equalTo("MESSAGEABLE"));
        why(campaign, optedOut).body("state", equalTo("SKIPPED")).body("reason", equalTo("OPTED_OUT"));
        why(campaign, late).body("outcome", equalTo("NOT_IN_AUDIENCE")).body("via", hasSize(1));
    }

    @Test
    void contactsAreListedAndExportedBySegment() {
        String tag = tag();
        long first = person(tag, "north");
        long second = person(tag, "north");
        long segment = segment(tag);
        api().get("/api/v1/contacts?segmentId=" + segment)
                .then()
                .statusCode(200)
                .body("items.id", contains((int) second, (int) first));
        String csv = api().get("/api/v1/contacts/export?segmentId=" + segment).asString();
        assertEquals(3, csv.lines().count());
        api().get("/api/v1/contacts?segmentId=99999999").then().statusCode(200).body("items", hasSize(0));
    }

    private static ValidatableResponse why(long campaign, long contact) {
        return why(campaign, get("/contacts/" + contact).getString("phone"));
    }

    private static ValidatableResponse why(long campaign, String phone) {
        return api().queryParam("phone", phone)
                .get("/api/v1/campaigns/" + campaign + "/why")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse delete(long segment) {
        return api().delete("/api/v1/segments/" + segment).then();
    }

    private static String tag() {
        return "audience" + NAMES.incrementAndGet();
    }

    private static long person(String tag, String side) {
        return contact(
                "'tags':['%s'],'attributes':{'side':'%s'},'consent':{'marketing':'OPTED_IN'}".formatted(tag, side));
    }

    private static long segment(String tag) {
        return id(post(
                        "/segments",
                        "{'name':'Of %s %d','filter':{'type':'tag','tag':'%s'}}"
                                .formatted(tag, NAMES.incrementAndGet(), tag))
                .statusCode(201));
    }

    private static long draft(String audience) {
        String plan = plan(0, "").replace("'name':'Diwali'", "'name':'Audience'");
        return id(post("/campaigns", plan.replace("{'groupIds':[0]}", audience)).statusCode(201));
    }
}
