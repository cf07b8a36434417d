package io.tiercast.webhook;

import static io.tiercast.webhook.Business.api;
import static io.tiercast.webhook.Business.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.tiercast.boot.Waiting;
import io.tiercast.meta.FakeGraph;
import io.tiercast.sql.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Meta tells again for seven days what was not acknowledged, and keeps no order. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class LateWordsTest {

    private static final Instant NOON =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(3));

    @Inject
    Sql sql;

    private Business business;
    private long contact;
    private String phone;

    @BeforeEach
    void somebodyWhoWantedMarketingLongAgo() {
        business = new Business();
        contact = business.contact();
        phone = business.phoneOf(contact);
        run("update contact set consent_at = now() - interval '30 days' where id = $1", contact);
    }

    @Test
    void anOlderResumeDoesNotUndoANewerStop() {
        preference("stop", 20);
        preference("resume", 10);
        assertEquals("OPTED_OUT", consent());
        assertEquals(
                NOON.plusSeconds(20).toString(), get("/contacts/" + contact).getString("consent.at"));

        preference("resume", 30);
        assertEquals("OPTED_IN", consent());
        assertEquals(
                NOON.plusSeconds(30).toString(), get("/contacts/" + contact).getString("consent.at"));
    }

    @Test
    void anOlderStopDoesNotUndoANewerResume() {
        preference("stop", 10);
        preference("resume", 30);
        preference("stop", 20);
        stop(25);
        assertEquals("OPTED_IN", consent());
    }

    @Test
    void ofTwoWordsOfOneSecondTheLaterToldCounts() {
        preference("stop", 10);
        preference("resume", 10);
        assertEquals("OPTED_IN", consent());
        preference("stop", 10);
        assertEquals("OPTED_OUT", consent());
    }

    @Test
    void whoStopsTwiceChangesOnceAndAResumeBetweenTheTwoComesTooLate() {
        stop(10);
        long version = version();
        int history = history();
        stop(10);
        stop(30);
        assertEquals(version, version());
        assertEquals(history, history());

        preference("resume", 20);
        assertEquals("OPTED_OUT", consent());
        preference("resume", 40);
        preference("resume", 40);
        assertEquals("OPTED_IN", consent());
        assertEquals(history + 1, history());
    }

    @Test
    void aStopThatCameAlreadyDoesNotUndoWhatTheBusinessHasRecordedSince() {
        stop(10);
        stop(20);
        optedInByHand();
        stop(20);
        stop(10);
        assertEquals("OPTED_IN", consent());
    }

    @Test
    void aStopThatNobodyCouldKnowUndoesWhatTheBusinessHasRecordedSince() {
        optedInByHand();
        stop(10);
        assertEquals("OPTED_OUT", consent());
    }

    @Test
    void whatIsStatedForTheFutureWasSaidNow() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        preference("stop", (int) Duration.ofDays(2).toSeconds());
        Instant at = Instant.parse(get("/contacts/" + contact).getString("consent.at"));
        assertFalse(at.isBefore(before) || at.isAfter(Instant.now()));
    }

    @Test
    void whoShowsOnlyAUserIdIsHeardInOrder() {
        String userId = "IN." + phone;
        preference("'user_id':'%s'".formatted(userId), "stop", 20);
        preference("'user_id':'%s'".formatted(userId), "resume", 10);
        assertEquals(1, number("select count(*) from unknown_preference where name = $1 and not wanted", userId));

        run("insert into contact_identity (name, contact_id) values ($1, $2)", userId, contact);
        Waiting.until("the opt-out", Duration.ofSeconds(20), () -> consent().equals("OPTED_OUT"));
        preference("'user_id':'%s'".formatted(userId), "resume", 15);
        assertEquals("OPTED_OUT", consent());
        preference("'user_id':'%s'".formatted(userId), "resume", 25);
        assertEquals("OPTED_IN", consent());
    }

    @Test
    void aStrangersOlderResumeLeavesThemOnTheList() {
        String stranger = "9195" + phone.substring(4);
        preference("'wa_id':'%s'".formatted(stranger), "stop", 20);
        preference("'wa_id':'%s','user_id':'x%s'".formatted(stranger, stranger), "resume", 10);
        assertEquals(1, get("/suppressions?phone=" + stranger).getList("items").size());
        preference("'wa_id':'%s'".formatted(stranger), "resume", 30);
        preference("'wa_id':'%s'".formatted(stranger), "stop", 20);
        assertEquals(0, get("/suppressions?phone=" + stranger).getList("items").size());
    }

    @Test
    void anOlderResumeDoesNotLiftTheSuppressionOfAContact() {
        run(
                "insert into suppression (phone_hash, phone, scope, reason, created_at)"
                        + " values (phone_hash($1), $1, 'MARKETING', 'OPTED_OUT', $2)",
                "+" + phone,
                NOON.plusSeconds(20).atOffset(ZoneOffset.UTC));
        preference("resume", 10);
        assertEquals("MARKETING", get("/contacts/" + contact).getString("suppressed"));
        preference("resume", 30);
        assertNull(get("/contacts/" + contact).getString("suppressed"));
    }

    @Test
    void nobodyConfirmsBeforeTheyAreAsked() {
        run("update contact set marketing_consent = 'UNKNOWN' where id = $1", contact);
        Business.post("/contacts/" + contact + "/consent-request", "{}").statusCode(200);
        said("yes", NOON);
        assertEquals("UNKNOWN", consent());
        said("yes", Instant.now());
        assertEquals("OPTED_IN", consent());
    }

    private void optedInByHand() {
        api().contentType(ContentType.JSON)
                .body(
                        "{\"contacts\":[{\"phone\":\"+%s\",\"consent\":{\"marketing\":\"OPTED_IN\",\"source\":\"till\"}}]}"
                                .formatted(phone))
                .post("/api/v1/contacts/batch")
                .then()
                .statusCode(200);
        assertEquals("OPTED_IN", consent());
    }

    private void stop(int seconds) {
        said("STOP", NOON.plusSeconds(seconds));
    }

    private void said(String text, Instant at) {
        business.tell(
                "messages", """
                {'messaging_product':'whatsapp','metadata':{'phone_number_id':'n%s'},
                 'messages':[{'id':'wamid.%d','timestamp':'%d','from':'%s','type':'text','text':{'body':'%s'}}]}""".formatted(business.wabaId, at.getEpochSecond(), at.getEpochSecond(), phone, text));
    }

    private void preference(String value, int seconds) {
        preference("'wa_id':'%s'".formatted(phone), value, seconds);
    }

    private void preference(String who, String value, int seconds) {
        business.tell("user_preferences", """
                {'messaging_product':'whatsapp','metadata':{'phone_number_id':'n%s'},
                 'user_preferences':[{%s,'detail':'x','category':'marketing_messages','value':'%s','timestamp':%d}]}""".formatted(
                        business.wabaId, who, value, NOON.plusSeconds(seconds).getEpochSecond()));
    }

    private String consent() {
        return get("/contacts/" + contact).getString("consent.marketing");
    }

    private long version() {
        return number("select version from contact where id = $1", contact);
    }

    private int history() {
        return get("/contacts/" + contact + "/consent-history?limit=50")
                .getList("items")
                .size();
    }

    private long number(String statement, Object... arguments) {
        return sql.first(statement, row -> row.getLong(0), arguments).await().atMost(Duration.ofSeconds(5));
    }

    private void run(String statement, Object... arguments) {
        sql.run(statement, arguments).await().atMost(Duration.ofSeconds(5));
    }
}
