package io.tiercast.campaign;

import static io.tiercast.campaign.Shop.api;
import static io.tiercast.campaign.Shop.contact;
import static io.tiercast.campaign.Shop.draft;
import static io.tiercast.campaign.Shop.get;
import static io.tiercast.campaign.Shop.group;
import static io.tiercast.campaign.Shop.groupOf;
import static io.tiercast.campaign.Shop.id;
import static io.tiercast.campaign.Shop.join;
import static io.tiercast.campaign.Shop.plan;
import static io.tiercast.campaign.Shop.post;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do to plans before they launch them. */
@QuarkusTest
class DraftTest {

    @Test
    void preflightTellsWhoWouldGetItAndWhoNot() {
        long group = groupOf(2);
        join(group, contact("'name':'Ravi','consent':{'marketing':'OPTED_OUT'}"));
        long excluded = group();
        long both = contact("'name':'Meera','consent':{'marketing':'OPTED_IN'}");
        join(group, both);
        join(excluded, both);
        long campaign = Shop.id(post(
                        "/campaigns",
                        plan(group, "")
                                .replace(
                                        "'groupIds':[%d]".formatted(group),
                                        "'groupIds':[%d],'exclude':{'groupIds':[%d]}".formatted(group, excluded)))
                .statusCode(201));

        post("/campaigns/" + campaign + "/preflight")
                .statusCode(200)
                .body("ready", is(true))
                .body("problems", hasSize(0))
                .body("audience.matched", equalTo(4))
                .body("audience.messageable", equalTo(2))
                .body("audience.skipped", equalTo(Map.of("OPTED_OUT", 1, "EXCLUDED", 1)))
                .body("limit.remaining", notNullValue())
                .body("estimatedFinishAt", notNullValue());
    }

    @Test
    void preflightWarnsOfAnEndThatComesBeforeEverybodyHasTheMessage() {
        long campaign = draft(groupOf(2), """
                ,'schedule':{'type':'AT','at':'2099-01-01T10:00','timezone':'UTC'},'delivery':{'stopAt':'2099-01-01T10:00:00.001Z'}""");

        post("/campaigns/" + campaign + "/preflight")
                .statusCode(200)
                .body("ready", is(true))
                .body("warnings.code", equalTo(List.of("STOPS_BEFORE_THE_END")))
                .body("warnings.field", equalTo(List.of("delivery.stopAt")))
                .body("estimatedFinishAt", equalTo("2099-01-01T10:00:00.001Z"));
    }

    @Test
    void aScheduledCampaignThatIsChangedIsADraftAgain() {
        long group = groupOf(1);
        long campaign = draft(group, ",'schedule':{'type':'AT','at':'2099-01-01T10:00','timezone':'Asia/Kolkata'}");
        post("/campaigns/" + campaign + "/launch").statusCode(200);
        api().contentType(ContentType.JSON)
                .body(plan(group, "").replace('\'', '"'))
                .put("/api/v1/campaigns/" + campaign)
                .then()
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("startsAt", nullValue());
    }

    @Test
    void aLaunchToMorePeopleThanExpectedIsRefused() {
        long campaign = draft(groupOf(3));

        post("/campaigns/" + campaign + "/launch", "{'expect':{'maxRecipients':2}}")
                .statusCode(409)
                .body("type", equalTo("/problems/more-recipients-than-expected"));
        assertEquals("DRAFT", get("/campaigns/" + campaign).getString("state"));
    }

    @ParameterizedTest
    @CsvSource({
        "flash_sale, en, /problems/template-not-approved, content[0].templateId",
        "win_a_prize, en, /problems/template-not-approved, content[0].templateId",
        "order_update, en_US, /problems/variable-not-mapped, content[0].variables.header.1",
    })
    void aDraftThatCannotBeSentIsNotLaunched(String name, String language, String type, String field) {
        long campaign = Shop.id(post(
                        "/campaigns",
                        "{'name':'x','senderIds':[%d],'content':[{'templateId':%d}],'audience':{'groupIds':[%d]}}"
                                .formatted(Shop.sender(), Shop.template(name, language), groupOf(1)))
                .statusCode(201));

        post("/campaigns/" + campaign + "/launch")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo(type))
                .body("errors.field", hasItem(field));
        assertEquals("DRAFT", get("/campaigns/" + campaign).getString("state"));
        assertEquals(0, get("/campaigns/" + campaign + "/stats").getInt("total"));
    }

    @Test
    void anEmptyDraftNamesEverythingThatIsMissing() {
        long campaign = Shop.id(post("/campaigns", "{'name':'Empty'}").statusCode(201));

        post("/campaigns/" + campaign + "/preflight")
                .statusCode(200)
                .body("ready", is(false))
                .body("problems.code", equalTo(List.of("SENDER_MISSING", "TEMPLATE_MISSING", "AUDIENCE_MISSING")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':''} | 400 | name",
                "{} | 400 | name",
                "{'name':'x','surprise':1} | 400 | surprise",
                "{'name':'x','senderIds':['a']} | 400 | senderIds[0]",
                "{'name':'x','senderIds':[1,2]} | 400 | senderIds",
                "{'name':'x','senderIds':[99999]} | 422 | senderIds[0]",
                "{'name':'x','content':[{'templateId':99999}]} | 422 | content[0].templateId",
                "{'name':'x','audience':{'groupIds':[99999]}} | 422 | audience.groupIds[0]",
                "{'name':'x','audience':{'contactIds':[99999]}} | 422 | audience.contactIds[0]",
                "{'name':'x','audience':{'exclude':{'groupIds':[99999]}}} | 422 | audience.exclude.groupIds[0]",
                "{'name':'x','schedule':{'type':'SOMETIME'}} | 400 | schedule.type",
                "{'name':'x','schedule':{'type':'AT'}} | 422 | schedule.timezone",
                "{'name':'x','schedule':{'type':'AT','at':'tomorrow','timezone':'Asia/Kolkata'}} | 422 | schedule.at",
                "{'name':'x','schedule':{'type':'AT','at':'2026-12-01T10:00','timezone':'Mars/Olympus'}} | 422 | schedule.timezone",
                "{'name':'x','delivery':{'hours':{'from':'9','to':'21:00','timezone':'UTC'}}} | 400 | delivery.hours.from",
                "{'name':'x','delivery':{'stopAt':'later'}} | 400 | delivery.stopAt",
                "{'name':'x','delivery':{'retryDays':31}} | 400 | delivery.retryDays",
                "{'name':'x','delivery':{'retryDays':-1}} | 400 | delivery.retryDays",
            })
    void aWrongPlanIsRefusedByField(String body, int status, String field) {
        post("/campaigns", body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field));
    }

    @ParameterizedTest
    @CsvSource({"pause", "resume", "cancel"})
    void aDraftCanOnlyBeLaunched(String action) {
        post("/campaigns/" + draft(groupOf(1)) + "/" + action)
                .statusCode(409)
                .body("type", equalTo("/problems/wrong-state"));
    }

    @Test
    void aCopyIsADraftOfItsOwn() {
        long original = draft(groupOf(1));
        post("/campaigns/" + original + "/duplicate")
                .statusCode(201)
                .header("Location", endsWith("/api/v1/campaigns/" + (original + 1)))
                .body("state", equalTo("DRAFT"))
                .body("id", not(equalTo((int) original)))
                .body("content[0].variables.size()", equalTo(4));
    }

    @Test
    void aCopyOfTheLongestNameCanBeSaved() {
        long original = id(
                post("/campaigns", "{'name':'%s'}".formatted("n".repeat(200))).statusCode(201));
        String name = post("/campaigns/" + original + "/duplicate")
                .statusCode(201)
                .extract()
                .path("name");
        assertTrue(name.length() <= 200 && name.endsWith(" (copy)"), name);
    }

    @Test
    void aStalePlanDoesNotOverwriteANewerOne() {
        long group = groupOf(1);
        long campaign = draft(group);
        String seen =
                api().get("/api/v1/campaigns/" + campaign).then().extract().header("ETag");
        replace(campaign, seen, plan(group, "")).statusCode(200);

        replace(campaign, seen, plan(group, "")).statusCode(412);
    }

    @Test
    void aDeletedDraftIsGone() {
        long campaign = draft(groupOf(1));
        api().delete("/api/v1/campaigns/" + campaign).then().statusCode(204);

        api().get("/api/v1/campaigns/" + campaign).then().statusCode(404);
    }

    @Test
    void campaignsAreListedNewestFirstAndByLabel() {
        long first = draft(groupOf(1), ",'labels':['festival']");
        long second = draft(groupOf(1), ",'labels':['festival']");

        JsonPath list = get("/campaigns?label=festival&state=DRAFT");
        assertEquals(List.of((int) second, (int) first), list.getList("items.id"));
    }

    private static ValidatableResponse replace(long campaign, String etag, String plan) {
        return api().contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(plan.replace('\'', '"'))
                .put("/api/v1/campaigns/" + campaign)
                .then();
    }
}
