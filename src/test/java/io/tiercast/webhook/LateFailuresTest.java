package io.tiercast.webhook;

import static io.tiercast.webhook.Business.awaitState;
import static io.tiercast.webhook.Business.get;
import static io.tiercast.webhook.Business.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.params.provider.ValueSource;

/** Meta tells of failures again, and late. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class LateFailuresTest {

    private static final Instant BEFORE = Instant.now().minus(Duration.ofMinutes(2));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Sql sql;

    @Inject
    CallbackData callbackData;

    private Business business;
    private long campaign;

    @BeforeEach
    void aCampaignWithAMessageThatMetaTook() {
        business = new Business();
        campaign = business.waitingCampaign("");
        run("update campaign_run set opened_at = now() - interval '1 hour' where campaign_id = $1", campaign);
        run(
                "update message set state = 5, attempt = 1, t_tried = now() - interval '3 min', t_accepted = now() - interval '3 min'"
                        + " where campaign_id = $1",
                campaign);
    }

    @ParameterizedTest
    @ValueSource(ints = {131042, 131031, 132015})
    void aFailureThatIsToldAgainStopsNothingThatAPersonHasResumed(int code) {
        failed(code, BEFORE);
        awaitState(campaign, "PAUSED");
        post("/campaigns/" + campaign + "/resume", "{}").statusCode(200);
        long other = business.waitingCampaign("");
        failed(code, BEFORE);
        failed(code, BEFORE.plusSeconds(5));
        assertEquals(1, open(campaign));
        assertEquals(1, open(other));

        failed(code, Instant.now());
        awaitState(campaign, "PAUSED");
    }

    @Test
    void aFailureOfWhatWasTriedSinceStopsWhateverItsTime() {
        failed(132015, BEFORE);
        awaitState(campaign, "PAUSED");
        post("/campaigns/" + campaign + "/resume", "{}").statusCode(200);
        run(
                "update message set attempt = 2, state = 5, t_tried = now() + interval '1 s' where campaign_id = $1",
                campaign);
        failed(132015, BEFORE);
        assertEquals(1, open(campaign));
        failed(2, 132015, BEFORE);
        awaitState(campaign, "PAUSED");
    }

    @Test
    void aRefusalThatIsToldAgainDoesNotUndoAnOptInSince() {
        long contact = number("select contact_id from message where campaign_id = $1", campaign);
        run("update contact set consent_at = now() - interval '1 day' where id = $1", contact);
        failed(131050, BEFORE);
        assertEquals("OPTED_OUT", consent(contact));
        long version = number("select version from contact where id = $1", contact);
        failed(131050, BEFORE);
        assertEquals(version, number("select version from contact where id = $1", contact));
        business.tell("user_preferences", """
                {'messaging_product':'whatsapp','metadata':{'phone_number_id':'n%s'},
                 'user_preferences':[{'wa_id':'%s','category':'marketing_messages','value':'resume','timestamp':%d}]}""".formatted(
                        business.wabaId,
                        business.phoneOf(contact),
                        BEFORE.plusSeconds(30).getEpochSecond()));
        assertEquals("OPTED_IN", consent(contact));
        failed(131050, BEFORE);
        assertEquals("OPTED_IN", consent(contact));
    }

    @Test
    void aNumberThatWasTooFastSlowsDownAlthoughItIsToldLater() {
        awaitSpeed(80);
        failed(130429, BEFORE);
        failed(130429, Instant.now());
        Waiting.until("it to slow down", PATIENCE, () -> limits().getDouble("effectivePerSecond") < 80);
        awaitSpeed(80);
        failed(130429, BEFORE.plusSeconds(5));
        failed(131057, Instant.now());
        Waiting.until(
                "it to rest", PATIENCE, () -> limits().getString("limitedBy").equals("META_THROTTLE"));
    }

    private void awaitSpeed(double perSecond) {
        Waiting.until("the usual speed", PATIENCE, () -> limits().getDouble("effectivePerSecond") == perSecond);
    }

    private JsonPath limits() {
        return get("/senders/" + business.senderId + "/limits");
    }

    private void failed(int code, Instant at) {
        failed(1, code, at);
    }

    private void failed(int attempt, int code, Instant at) {
        business.tell("messages", """
                {'messaging_product':'whatsapp','metadata':{'phone_number_id':'n%s'},
                 'statuses':[{'id':'wamid.1','status':'failed','timestamp':'%d','recipient_id':'1','errors':[{'code':%d}],
                   'biz_opaque_callback_data':'%s'}]}""".formatted(
                        business.wabaId,
                        at.getEpochSecond(),
                        code,
                        callbackData.encode(new Attempt(new MessageKey(campaign, 1), attempt))));
    }

    private long open(long id) {
        return number("select count(*) from campaign_run where campaign_id = $1 and open", id);
    }

    private long number(String statement, Object... arguments) {
        return sql.first(statement, row -> row.getLong(0), arguments).await().atMost(Duration.ofSeconds(5));
    }

    private static String consent(long contact) {
        return get("/contacts/" + contact).getString("consent.marketing");
    }

    private void run(String statement, Object... arguments) {
        sql.run(statement, arguments).await().atMost(Duration.ofSeconds(5));
    }
}
