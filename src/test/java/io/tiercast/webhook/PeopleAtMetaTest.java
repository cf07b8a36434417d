package io.tiercast.webhook;

import static io.tiercast.webhook.Business.get;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who people are to Meta, and what they say. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class PeopleAtMetaTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Sql sql;

    @Inject
    CallbackData callbackData;

    private Business business;
    private long campaign;
    private long contact;
    private String phone;
    private String userId;

    @BeforeEach
    void aPersonWhoGotACampaign() {
        business = new Business();
        campaign = business.waitingCampaign("");
        contact = number("select contact_id from message where campaign_id = $1", campaign);
        phone = get("/contacts/" + contact).getString("phone");
        userId = "IN." + phone.substring(1) + "x";
        run("update message set state = 1, attempt = 1, t_tried = now() where campaign_id = $1", campaign);
    }

    @Test
    void whoIsKnownByAUserIdOptsOutByIt() {
        sent(phone.substring(1));
        awaitIdentity(userId);
        inbound("'from_user_id':'%s','type':'text','text':{'body':'STOP'}".formatted(userId));

        assertEquals("OPTED_OUT", consent());
    }

    @Test
    void anOptOutThatCameBeforeThePersonWasKnownIsNotLost() {
        preference("'user_id':'%s'".formatted(userId), "stop");
        assertEquals("OPTED_IN", consent());
        sent(phone.substring(1));

        Waiting.until("the opt-out", SOON, () -> consent().equals("OPTED_OUT"));
        assertEquals(0, number("select count(*) from unknown_preference where name = $1", userId));
    }

    @Test
    void aNumberThatMetaWritesInAnotherWayIsTheSamePerson() {
        sent("91" + phone.substring(4));
        awaitIdentity("91" + phone.substring(4));
        preference("'wa_id':'91" + phone.substring(4) + "'", "stop");

        assertEquals("OPTED_OUT", consent());
    }

    @ParameterizedTest
    @CsvSource({"user_changed_number, wa_id, wa_id", "user_changed_user_id, user_id, user_id"})
    void whoChangesNumberOrIdIsStillTheSamePerson(String type, String field, String name) {
        String after = "447" + phone.substring(4);
        inbound("'from':'%s','type':'system','system':{'type':'%s','%s':'%s','body':'changed'}"
                .formatted(phone.substring(1), type, field, after));
        preference("'%s':'%s'".formatted(name, after), "stop");

        assertEquals("OPTED_OUT", consent());
        assertEquals(0, number("select count(*) from service_window where sender_id = $1", business.senderId));
    }

    @Test
    void theLastWordCounts() {
        preference("'wa_id':'" + phone.substring(1) + "'", "stop", ago(2));
        assertEquals("OPTED_OUT", consent());
        preference("'wa_id':'" + phone.substring(1) + "'", "resume", ago(1));
        assertEquals("OPTED_IN", consent());
        preference("'wa_id':'" + phone.substring(1) + "'", "whatever");
        assertEquals("OPTED_IN", consent());
    }

    @Test
    void anOptOutIsKnownByItsMessage() {
        inbound("'from':'%s','type':'text','text':{'body':'Stop.'}".formatted(phone.substring(1)));

        JsonPath latest = get("/contacts/" + contact + "/consent-history?limit=1");
        assertEquals("OPTED_OUT", latest.getString("items[0].marketing"));
        assertEquals("whatsapp reply", latest.getString("items[0].source"));
        assertEquals("wamid.in", latest.getString("items[0].evidence"));
    }

    @Test
    void onlyWhoWasAskedConfirmsWithAWord() {
        run("update contact set marketing_consent = 'UNKNOWN' where id = $1", contact);
        inbound("'from':'%s','type':'text','text':{'body':'Yes!'}".formatted(phone.substring(1)));
        assertEquals("UNKNOWN", consent());

        Business.post("/contacts/" + contact + "/consent-request", "{}").statusCode(200);
        inbound("'from':'%s','type':'text','text':{'body':'yes we can'}".formatted(phone.substring(1)));
        assertEquals("UNKNOWN", consent());
        inbound("'from':'%s','type':'button','button':{'payload':'x','text':'Yes'}".formatted(phone.substring(1)));
        assertEquals("OPTED_IN", consent());
        assertEquals("whatsapp confirmation", get("/contacts/" + contact).getString("consent.source"));
    }

    @Test
    void aStrangersStopIsOnTheSuppressionListAndTheirResumeTakesItOff() {
        String stranger = "9195" + phone.substring(5);
        inbound("'from':'%s','type':'text','text':{'body':'STOP'}".formatted(stranger), ago(3));
        JsonPath listed = get("/suppressions?phone=" + stranger);
        assertEquals("MARKETING", listed.getString("items[0].scope"));
        assertEquals("OPTED_OUT", listed.getString("items[0].reason"));

        preference("'wa_id':'" + stranger + "'", "resume", ago(4));
        assertEquals(1, get("/suppressions?phone=" + stranger).getList("items").size());
        preference("'wa_id':'" + stranger + "'", "resume", ago(1));
        assertEquals(0, get("/suppressions?phone=" + stranger).getList("items").size());
    }

    @Test
    void whoWantsMarketingAgainIsTakenOffTheListUnlessSomebodyPutThemThere() {
        run(
                "insert into suppression (phone_hash, phone, scope, reason, created_at)"
                        + " values (phone_hash($1), $1, 'MARKETING', 'OPTED_OUT', now() - interval '1 min')",
                phone);
        preference("'wa_id':'" + phone.substring(1) + "'", "resume");
        assertNull(get("/contacts/" + contact).getString("suppressed"));

        Business.post("/suppressions", "{'phone':'%s'}".formatted(phone)).statusCode(201);
        preference("'wa_id':'" + phone.substring(1) + "'", "resume");
        assertEquals("ALL", get("/contacts/" + contact).getString("suppressed"));
    }

    @Test
    void aMessageFromAPersonOpensTheirWindowAndUsesTheNumber() {
        inbound("'from':'%s','type':'text','text':{'body':'hello'}".formatted(phone.substring(1)));
        inbound("'from':'%s','type':'text','text':{'body':'again'}".formatted(phone.substring(1)));
        inbound("'from_user_id':'unknown','type':'text','text':{'body':'who am I'}");

        assertEquals(
                1,
                number(
                        "select count(*) from service_window where sender_id = $1 and phone = $2 and opened_at > now() - interval '1 min'",
                        business.senderId,
                        phone));
        assertEquals(3, number("select total from sender_inbound where sender_id = $1", business.senderId));
        assertNotNull(get("/contacts/" + contact).getString("lastInboundAt"));
    }

    @Test
    void aReplyAndAnOptOutCountOnceForTheCampaignBeforeThem() {
        sent(phone.substring(1));
        inbound("'from':'%s','type':'text','text':{'body':'hello'}".formatted(phone.substring(1)));
        inbound("'from':'%s','type':'button','button':{'payload':'STOP','text':'Stop'}".formatted(phone.substring(1)));
        inbound("'from':'%s','type':'text','text':{'body':'stop!'}".formatted(phone.substring(1)));
        inbound("'from':'%s','type':'text','text':{'body':'hello'}".formatted(business.phoneOf(business.contact())));

        assertEquals(1, get("/campaigns/" + campaign + "/stats").getInt("engagement.replied"));
        assertEquals(1, get("/campaigns/" + campaign + "/stats").getInt("engagement.optedOut"));
    }

    private void sent(String waId) {
        String opaque = callbackData.encode(new Attempt(new MessageKey(campaign, 1), 1));
        business.tell("messages", """
                {'messaging_product':'whatsapp','metadata':{'phone_number_id':'n%s'},
                 'contacts':[{'wa_id':'%s','user_id':'%s'}],
                 'statuses':[{'id':'wamid.1','status':'sent','timestamp':'%d','recipient_id':'%s','recipient_user_id':'%s',
                   'biz_opaque_callback_data':'%s'}]}""".formatted(
                        business.wabaId, waId, userId, Instant.now().getEpochSecond(), waId, userId, opaque));
    }

    private static Instant ago(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes));
    }

    private void inbound(String message) {
        inbound(message, Instant.now());
    }

    private void inbound(String message, Instant at) {
        business.tell("messages", """
                {'messaging_product':'whatsapp','metadata':{'phone_number_id':'n%s'},
                 'messages':[{'id':'wamid.in','timestamp':'%d',%s}]}""".formatted(business.wabaId, at.getEpochSecond(), message));
    }

    private void preference(String who, String value) {
        preference(who, value, Instant.now());
    }

    private void preference(String who, String value, Instant at) {
        business.tell("user_preferences", """
                {'messaging_product':'whatsapp','metadata':{'phone_number_id':'n%s'},
                 'user_preferences':[{%s,'detail':'x','category':'marketing_messages','value':'%s','timestamp':%d}]}""".formatted(business.wabaId, who, value, at.getEpochSecond()));
    }

    private String consent() {
        return get("/contacts/" + contact).getString("consent.marketing");
    }

    private void awaitIdentity(String name) {
        Waiting.until(
                "the identity", SOON, () -> number("select count(*) from contact_identity where name = $1", name) == 1);
    }

    private long number(String statement, Object... arguments) {
        return sql.first(statement, row -> row.getLong(0), arguments).await().atMost(Duration.ofSeconds(5));
    }

    private void run(String statement, Object... arguments) {
        sql.run(statement, arguments).await().atMost(Duration.ofSeconds(5));
    }
}
