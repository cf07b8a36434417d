package io.tiercast.webhook;

import static io.tiercast.webhook.Business.api;
import static io.tiercast.webhook.Business.get;
import static io.tiercast.webhook.Business.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tiercast.boot.Waiting;
import io.tiercast.message.Attempt;
import io.tiercast.message.CallbackData;
import io.tiercast.message.MessageKey;
import io.tiercast.meta.FakeGraph;
import io.tiercast.sql.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write, and which campaign they mean. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class ReplyTest {

    @Inject
    Sql sql;

    @Inject
    CallbackData callbackData;

    private Business business;
    private long contact;
    private String phone;
    private long earlier;
    private long later;
    private int told;

    @BeforeEach
    void aPersonWhoGotTwoCampaigns() {
        business = new Business();
        earlier = business.waitingCampaign("");
        later = business.waitingCampaign("");
        contact = sql.first("select contact_id from message where campaign_id = $1", row -> row.getLong(0), earlier)
                .await()
                .atMost(Duration.ofSeconds(5));
        run("update message set contact_id = $2 where campaign_id = $1", later, contact);
        phone = business.phoneOf(contact);
        sent(earlier, 0);
        sent(later, 1);
    }

    @Test
    void whoAnswersAMessageAnswersItsCampaignWhateverCameSince() {
        inbound("'type':'text','text':{'body':'How much?'},'context':{'id':'%s'}".formatted(wamid(earlier)));
        inbound("'type':'text','text':{'body':'And this?'}");

        JsonPath toEarlier = get("/campaigns/" + earlier + "/replies");
        assertEquals(List.of("How much?"), toEarlier.getList("items.text"));
        assertEquals(List.of("MESSAGE"), toEarlier.getList("items.tiedBy"));
        assertEquals(List.of("+" + phone), toEarlier.getList("items.phone"));
        JsonPath toLater = get("/campaigns/" + later + "/replies");
        assertEquals(List.of("And this?"), toLater.getList("items.text"));
        assertEquals(List.of("LAST_MESSAGE"), toLater.getList("items.tiedBy"));
        assertEquals(
                List.of((int) later, (int) earlier),
                get("/contacts/" + contact + "/replies").getList("items.campaignId"));
        assertEquals(1, replied(earlier));
        assertEquals(1, replied(later));
    }

    @Test
    void whatSomebodyWroteUnderANameThatWeLearntLaterIsTheirReply() {
        String name = "IN." + phone + "x";
        business.tell("messages", """
                {'messaging_product':'whatsapp','metadata':{'phone_number_id':'n%s'},
                 'messages':[{'id':'wamid.early','timestamp':'%d','from_user_id':'%s','type':'text','text':{'body':'Me!'}}]}""".formatted(business.wabaId, Instant.now().getEpochSecond(), name));
        assertEquals(
                0, get("/contacts/" + contact + "/replies").getList("items").size());
        run("insert into contact_identity (name, contact_id) values ($1, $2)", name, contact);

        Waiting.until("the reply", Duration.ofSeconds(20), () -> replied(later) == 1);
        assertEquals(List.of("Me!"), get("/contacts/" + contact + "/replies").getList("items.text"));
        assertNotNull(get("/contacts/" + contact).getString("lastInboundAt"));
        assertEquals(List.of("Me!"), get("/campaigns/" + later + "/replies").getList("items.text"));
    }

    @Test
    void whoOptsOutInAnswerToACampaignCountsThere() {
        inbound("'type':'button','button':{'payload':'STOP','text':'Stop'},'context':{'id':'%s'}"
                .formatted(wamid(earlier)));

        assertEquals(1, get("/campaigns/" + earlier + "/stats").getInt("engagement.optedOut"));
        assertEquals(0, get("/campaigns/" + later + "/stats").getInt("engagement.optedOut"));
    }

    @Test
    void whatNamesAMessageOfNobodyIsTakenForAnAnswerToTheLastCampaign() {
        inbound("'type':'text','text':{'body':'Hm'},'context':{'id':'wamid.of.somebody.else'}");

        assertEquals(
                List.of("LAST_MESSAGE"), get("/campaigns/" + later + "/replies").getList("items.tiedBy"));
    }

    @Test
    void whoPressesAButtonHasClickedAndRepliedOnce() {
        String button = "'type':'button','button':{'payload':'YES','text':'Yes, please'},'context':{'id':'%s'}";
        inbound(button.formatted(wamid(earlier)));
        inbound(button.formatted(wamid(earlier)));

        JsonPath stats = get("/campaigns/" + earlier + "/stats");
        assertEquals(1, stats.getInt("engagement.replied"));
        assertEquals(1, stats.getInt("engagement.clicked"));
        assertEquals(
                List.of("YES", "YES"), get("/campaigns/" + earlier + "/replies").getList("items.payload"));
        for (String filter : List.of(
                "{'type':'campaign','campaignId':%d,'reached':'CLICKED'}".formatted(earlier),
                "{'type':'event','name':'message.clicked','within':'PT1H','where':[{'path':'event.campaignId','op':'EQ','value':%d}]}"
                        .formatted(earlier))) {
            post("/segments/preview", "{'filter':" + filter + "}")
                    .statusCode(200)
                    .body("sample.id", contains((int) contact));
        }
        post("/segments/preview", "{'filter':{'type':'campaign','campaignId':%d,'reached':'CLICKED'}}".formatted(later))
                .statusCode(200)
                .body("matched", equalTo(0));
    }

    @Test
    void whatMetaTellsTwiceIsKeptOnce() {
        String message = "'type':'image','image':{'caption':'Look'}";
        told = 41;
        inbound(message);
        told = 41;
        inbound(message);

        assertEquals(List.of("Look"), get("/contacts/" + contact + "/replies").getList("items.text"));
    }

    @Test
    void afterThreeDaysAMessageIsNoAnswerAnyMore() {
        run("update message set t_accepted = t_accepted - interval '73 h' where contact_id = $1", contact);
        inbound("'type':'text','text':{'body':'Hello'}");

        JsonPath replies = get("/contacts/" + contact + "/replies");
        assertEquals(Collections.singletonList(null), replies.getList("items.campaignId"));
        assertNull(replies.getString("items[0].tiedBy"));
        assertEquals(0, replied(earlier) + replied(later));
    }

    @Test
    void repliesGoPageByPageAndWithTheContact() {
        for (String text : List.of("one", "two", "three")) {
            inbound("'type':'text','text':{'body':'%s'}".formatted(text));
        }
        JsonPath first = get("/contacts/" + contact + "/replies?limit=2");
        assertEquals(List.of("three", "two"), first.getList("items.text"));
        JsonPath second = get("/contacts/" + contact + "/replies?limit=2&cursor=" + first.getString("nextCursor"));
        assertEquals(List.of("one"), second.getList("items.text"));
        assertNull(second.getString("nextCursor"));

        api().delete("/api/v1/contacts/" + contact).then().statusCode(204);
        api().get("/api/v1/contacts/" + contact + "/replies").then().statusCode(404);
        assertEquals(List.of(), get("/campaigns/" + later + "/replies").getList("items"));
    }

    @Test
    void repliesOfAnUnknownCampaignAreNotFound() {
        api().get("/api/v1/campaigns/99999999/replies").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER_INITIATED", "BUSINESS_INITIATED"})
    void onlyAPersonWhoCallsOpensTheWindow(String direction) {
        business.tell("calls", """
                {'messaging_product':'whatsapp','metadata':{'phone_number_id':'n%s'},
                 'calls':[{'id':'wacid.1','from':'%s','event':'connect','direction':'%s','timestamp':'%d'}]}""".formatted(
                        business.wabaId, phone, direction, Instant.now().getEpochSecond()));

        long open = sql.first(
                        "select count(*) from service_window where sender_id = $1 and phone = $2",
                        row -> row.getLong(0),
                        business.senderId,
                        "+" + phone)
                .await()
                .atMost(Duration.ofSeconds(5));
        assertEquals(direction.startsWith("USER") ? 1 : 0, open);
    }

    private void sent(long campaign, int secondsFromNow) {
        run("update message set state = 1, attempt = 1, t_tried = now() where campaign_id = $1", campaign);
        String opaque = callbackData.encode(new Attempt(new MessageKey(campaign, 1), 1));
        business.tell("messages", """
                {'messaging_product':'whatsapp','metadata':{'phone_number_id':'n%s'},
                 'statuses':[{'id':'%s','status':'sent','timestamp':'%d','recipient_id':'%s','biz_opaque_callback_data':'%s'}]}""".formatted(
                business.wabaId, wamid(campaign), Instant.now().getEpochSecond() + secondsFromNow, phone, opaque));
    }

    private static String wamid(long campaign) {
        return "wamid.of." + campaign;
    }

    private void inbound(String message) {
        business.tell("messages", """
                {'messaging_product':'whatsapp','metadata':{'phone_number_id':'n%s'},
                 'messages':[{'id':'wamid.in.%s.%d','timestamp':'%d','from':'%s',%s}]}""".formatted(business.wabaId, phone, told++, WRITTEN, phone, message));
    }

    /** The same for all messages, as it is for those that Meta tells twice. */
    private static final long WRITTEN = Instant.now().getEpochSecond();

    private static int replied(long campaign) {
        return get("/campaigns/" + campaign + "/stats").getInt("engagement.replied");
    }

    private void run(String statement, Object... arguments) {
        sql.run(statement, arguments).await().atMost(Duration.ofSeconds(5));
    }
}
