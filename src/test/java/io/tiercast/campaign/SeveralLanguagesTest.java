package io.tiercast.campaign;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.sql.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Campaigns whose text depends on the contact's language, and what is looked at and tried before a launch. */
@QuarkusTest
class SeveralLanguagesTest {

    private static final String CONSENT = ",'consent':{'marketing':'OPTED_IN'}";
    private static final String VARIABLES =
            "'variables':{'body.1':{'path':'contact.name','fallback':'you'},'body.2':'Pune','body.3':'20%','button.0.url':'x'}";

    @Inject
    Sql sql;

    @Test
    void everybodyGetsTheirLanguageAndEachIsCounted() {
        long group = Shop.group();
        long hindi = Shop.contact("'name':'Asha','language':'hi-IN'" + CONSENT);
        long english = Shop.contact("'name':'Bo','language':'en'" + CONSENT);
        long unknown = Shop.contact("'name':'Cy'" + CONSENT);
        List.of(hindi, english, unknown).forEach(contact -> Shop.join(group, contact));
        long campaign = campaign(group, "{'languages':['hi']}");

        Shop.post("/campaigns/" + campaign + "/preview")
                .statusCode(200)
                .body("variant", contains(1, 0, 0))
                .body("[0].preview.body", startsWith("नमस्ते Asha"))
                .body("[1].preview.body", startsWith("Hi Bo, our Diwali sale is on in Pune. Take 20% off"));

        Shop.post("/campaigns/" + campaign + "/launch").statusCode(200);
        Shop.awaitState(campaign, "COMPLETED");
        assertEquals(3, Shop.get("/campaigns/" + campaign + "/stats").getInt("funnel.accepted"));
        assertEquals(List.of(2L, 1L), queuedByVariant(campaign));
        Shop.api()
                .get("/api/v1/campaigns/" + campaign + "/stats")
                .then()
                .body("variants.variant", contains(0, 1))
                .body("variants.total", contains(2, 1))
                .body("variants.funnel.accepted", contains(2, 1));
    }

    @Test
    void severalTemplatesNeedOneForEverybodyElse() {
        long template = Shop.template("diwali_offer", "en");
        Shop.post(
                        "/campaigns",
                        "{'name':'x','content':[{'templateId':%d},{'templateId':%d}]}".formatted(template, template))
                .statusCode(422)
                .body("errors.field", contains("content"));
        Shop.post(
                        "/campaigns",
                        "{'name':'x','content':[{'templateId':%d},{'templateId':%d,'when':{'languages':['hi','hi']}}]}"
                                .formatted(template, template))
                .statusCode(422)
                .body("errors.field", contains("content[1].when.languages"));
        Shop.post(
                        "/campaigns",
                        "{'name':'x','content':[{'templateId':%d,'when':{'languages':[]}}]}".formatted(template))
                .statusCode(400);
    }

    @Test
    void templatesOfDifferentCategoriesCannotShareACampaign() {
        long campaign = Shop.id(Shop.post(
                        "/campaigns",
                        "{'name':'x','senderIds':[%d],'content':[{'templateId':%d,%s},{'templateId':%d,'when':{'languages':['hi']}}],'audience':{'groupIds':[%d]}}"
                                .formatted(
                                        Shop.sender(),
                                        Shop.template("diwali_offer", "en"),
                                        VARIABLES,
                                        Shop.template("store_hours", "en_US"),
                                        Shop.groupOf(1)))
                .statusCode(201));
        Shop.post("/campaigns/" + campaign + "/preflight")
                .statusCode(200)
                .body("problems.code", contains("TEMPLATE_OF_OTHER_CATEGORY"))
                .body("problems.field", contains("content[1].templateId"));
    }

    @Test
    void whoeverLacksAValueStopsTheLaunchIfTheCampaignSaysSo() {
        long group = Shop.groupOf(1);
        Shop.join(group, Shop.contact("'name':'Asha','attributes':{'where':'Goa'}" + CONSENT));
        String plan =
                "{'name':'x','senderIds':[%d],'content':[{'templateId':%d,'variables':{'body.1':{'path':'sender.name'},"
                        + "'body.2':{'path':'contact.attributes.where'},'body.3':'20','button.0.url':'x'}}],'audience':{'groupIds':[%d]},"
                        + "'delivery':{'missingVariable':'%s'}}";
        long template = Shop.template("diwali_offer", "en");
        long refusing = Shop.id(Shop.post("/campaigns", plan.formatted(Shop.sender(), template, group, "REFUSE"))
                .statusCode(201));
        Shop.post("/campaigns/" + refusing + "/launch")
                .statusCode(422)
                .body("type", equalTo("/problems/variables-blank"));
        long skipping = Shop.id(Shop.post("/campaigns", plan.formatted(Shop.sender(), template, group, "SKIP"))
                .statusCode(201));
        Shop.post("/campaigns/" + skipping + "/preview")
                .statusCode(200)
                .body("preview.body", hasSize(1))
                .body("[0].preview.body", startsWith("Hi Shop, our Diwali sale is on in Goa."));
        Shop.post("/campaigns/" + skipping + "/preflight").statusCode(200).body("ready", equalTo(true));
    }

    @Test
    void whoWouldGetATextLongerThanMetaTakesIsSkipped() {
        long group = Shop.groupOf(1);
        Shop.join(group, Shop.contact("'name':'%s'%s".formatted("x".repeat(190), CONSENT)));
        String longWord = "y".repeat(850);
        long campaign = Shop.id(Shop.post(
                        "/campaigns",
                        "{'name':'x','senderIds':[%d],'content':[{'templateId':%d,'variables':{'body.1':{'path':'contact.name'},'body.2':'%s','body.3':'20','button.0.url':'x'}}],'audience':{'groupIds':[%d]}}"
                                .formatted(Shop.sender(), Shop.template("diwali_offer", "en"), longWord, group))
                .statusCode(201));
        Shop.post("/campaigns/" + campaign + "/preflight").body("audience.skipped.TEXT_TOO_LONG", equalTo(1));
        Shop.post("/campaigns/" + campaign + "/launch").statusCode(200);
        Shop.awaitState(campaign, "COMPLETED");
        assertEquals(1, Shop.get("/campaigns/" + campaign + "/stats").getInt("funnel.accepted"));
        assertEquals(1, Shop.get("/campaigns/" + campaign + "/stats").getInt("skippedByReason.TEXT_TOO_LONG"));
    }

    @Test
    void aCampaignOfOneTextHasNoVariants() {
        long campaign = Shop.draft(Shop.groupOf(1));
        Shop.post("/campaigns/" + campaign + "/launch").statusCode(200);
        Shop.awaitState(campaign, "COMPLETED");
        assertEquals(List.of(), Shop.get("/campaigns/" + campaign + "/stats").getList("variants"));
    }

    @Test
    void aVariableMaySpeakOfTheCampaignAndItsNumber() {
        String plan =
                "{'name':'Diwali','senderIds':[%d],'externalId':%s,'labels':['vip','autumn'],'schedule':{'type':'AT','at':'2036-10-19T00:30','timezone':'Asia/Kolkata'},"
                        + "'content':[{'templateId':%d,'variables':{'body.1':{'path':'campaign.name'},'body.2':{'path':'campaign.externalId'%s},"
                        + "'body.3':{'path':'campaign.date','format':{'type':'DATE'}},'button.0.url':{'path':'campaign.labels'}}}],'audience':{'groupIds':[%d]}}";
        long template = Shop.template("diwali_offer", "en");
        long named =
                Shop.id(Shop.post("/campaigns", plan.formatted(Shop.sender(), "'X-7'", template, "", Shop.groupOf(1)))
                        .statusCode(201));
        Shop.post("/campaigns/" + named + "/preview")
                .statusCode(200)
                .body("[0].preview.body", startsWith("Hi Diwali, our Diwali sale is on in X-7. Take 19 Oct 2036 off"))
                .body("[0].preview.buttons[0].target", endsWith("vip, autumn"));

        long nameless =
                Shop.id(Shop.post("/campaigns", plan.formatted(Shop.sender(), "null", template, "", Shop.groupOf(1)))
                        .statusCode(201));
        Shop.post("/campaigns/" + nameless + "/preflight")
                .body("problems.field", contains("content[0].variables.body.2"));
        long falling = Shop.id(Shop.post(
                        "/campaigns",
                        plan.formatted(Shop.sender(), "null", template, ",'fallback':'Pune'", Shop.groupOf(1)))
                .statusCode(201));
        Shop.post("/campaigns/" + falling + "/preview")
                .statusCode(200)
                .body("[0].preview.body", startsWith("Hi Diwali, our Diwali sale is on in Pune."));
    }

    @Test
    void aTestGoesToChosenPhonesAndNotIntoTheCampaign() {
        long campaign = campaign(Shop.groupOf(1), "{'languages':['hi']}");
        Shop.post("/campaigns/" + campaign + "/test", "{'phones':['+919811100001','+91 98111 00002']}")
                .statusCode(200)
                .body("items.phone", contains("+919811100001", "+919811100002"))
                .body("items.outcome", contains("ACCEPTED", "ACCEPTED"));
        assertEquals("DRAFT", Shop.get("/campaigns/" + campaign).getString("state"));
        assertEquals(0, Shop.get("/campaigns/" + campaign + "/stats").getInt("total"));
    }

    @Test
    void aTestDoesNotReachSomebodyWhoOptedOut() {
        long contact = Shop.contact("'consent':{'marketing':'OPTED_OUT'}");
        String phone = Shop.get("/contacts/" + contact).getString("phone");
        long campaign = campaign(Shop.groupOf(1), "{'languages':['hi']}");
        Shop.post("/campaigns/" + campaign + "/test", "{'phones':['%s']}".formatted(phone))
                .statusCode(200)
                .body("items.outcome", contains("REFUSED"))
                .body("items[0].message", equalTo("This person has opted out."));
    }

    @Test
    void aTestOfWhatCannotBeSentSaysWhy() {
        long campaign = Shop.id(Shop.post("/campaigns", "{'name':'empty'}").statusCode(201));
        Shop.post("/campaigns/" + campaign + "/test", "{'phones':['+919811100001']}")
                .statusCode(422)
                .body("errors", hasSize(2));
        Shop.post("/campaigns/" + campaign + "/test", "{'phones':['12']}")
                .statusCode(422)
                .body("errors.field", contains("phones[0]"));
        Shop.post("/campaigns/" + campaign + "/test", "{'phones':[]}").statusCode(400);
        Shop.post("/campaigns/999999999/test", "{'phones':['+919811100001']}").statusCode(404);
    }

    private static long campaign(long group, String hindi) {
        return Shop.id(Shop.post(
                        "/campaigns",
                        "{'name':'Two','senderIds':[%d],'content':[{'templateId':%d,%s},{'templateId':%d,%s,'when':%s}],'audience':{'groupIds':[%d]}}"
                                .formatted(
                                        Shop.sender(),
                                        Shop.template("diwali_offer", "en"),
                                        VARIABLES,
                                        Shop.template("diwali_offer", "hi"),
                                        VARIABLES,
                                        hindi,
                                        group))
                .statusCode(201));
    }

    private List<Long> queuedByVariant(long campaign) {
        return sql.rows(
                        "select sum(n)::bigint as n from campaign_tally where campaign_id = $1 and kind = 'B' group by variant order by variant",
                        row -> row.getLong("n"),
                        campaign)
                .await()
                .atMost(Duration.ofSeconds(5));
    }
}
