package io.tiercast.hook;

import static io.tiercast.webhook.Business.api;
import static io.tiercast.webhook.Business.get;
import static io.tiercast.webhook.Business.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tiercast.boot.Waiting;
import io.tiercast.message.Attempt;
import io.tiercast.message.CallbackData;
import io.tiercast.message.MessageKey;
import io.tiercast.meta.FakeGraph;
import io.tiercast.sql.Sql;
import io.tiercast.webhook.Business;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens is told to whoever wants to know. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class OutgoingWebhookTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Sql sql;

    @Inject
    CallbackData callbackData;

    private Listener listener;
    private long endpoint;
    private String secret;

    @BeforeEach
    void listen() throws IOException {
        listener = new Listener();
    }

    @AfterEach
    void hangUp() {
        api().delete("/api/v1/webhook-endpoints/" + endpoint).then().statusCode(204);
        listener.close();
    }

    @Test
    void aCampaignIsToldFromItsLaunchToTheRepliesEachPostSigned() {
        tell("CAMPAIGN_STATE", "RECIPIENT_DELIVERED", "RECIPIENT_READ", "RECIPIENT_FAILED", "REPLY", "OPT_OUT");
        Business business = new Business();
        long campaign = business.waitingCampaign("");
        long contact = number("select contact_id from message where campaign_id = $1", campaign);
        String phone = business.phoneOf(contact);
        run("update message set state = 1, attempt = 1, t_tried = now() where campaign_id = $1", campaign);
        status(business, campaign, "delivered", "");
        status(business, campaign, "read", "");
        status(business, campaign, "read", "");
        business.tell(
                "messages", """
                {'messaging_product':'whatsapp','metadata':{'phone_number_id':'n%s'},
                 'messages':[{'id':'wamid.stop.%s','timestamp':'%d','from':'%s','type':'text','text':{'body':'STOP'}}]}""".formatted(business.wabaId, phone, Instant.now().getEpochSecond(), phone));

        await(
                "all of it",
                () -> types().containsAll(Set.of("RECIPIENT_DELIVERED", "RECIPIENT_READ", "REPLY", "OPT_OUT")));
        assertTrue(listener.states(campaign).containsAll(List.of("PREPARING", "RUNNING", "WAITING")));
        assertEquals(
                Set.of("recipient.%d.1.1.11".formatted(campaign)), Set.copyOf(listener.all("RECIPIENT_READ", "id")));
        assertEquals(List.of((int) campaign), listener.all("RECIPIENT_DELIVERED", "data.campaignId"));
        assertEquals(List.of("+" + phone), listener.all("RECIPIENT_DELIVERED", "data.phone"));
        assertEquals(List.of("STOP"), listener.all("REPLY", "data.text"));
        assertEquals(List.of((int) campaign), listener.all("REPLY", "data.campaignId"));
        assertEquals(List.of((int) contact), listener.all("OPT_OUT", "data.contactId"));
        listener.posts().forEach(this::assertSigned);
        JsonPath deliveries = get("/webhook-endpoints/" + endpoint + "/deliveries");
        assertEquals(Set.of("DELIVERED"), Set.copyOf(deliveries.getList("items.state")));
        assertEquals(200, deliveries.getInt("items[0].status"));
        assertNull(get("/webhook-endpoints/" + endpoint).getString("secret"));
    }

    @Test
    void aFailureIsToldOnceItIsFinal() {
        tell("RECIPIENT_FAILED");
        Business business = new Business();
        long later = business.waitingCampaign("");
        long never = business.waitingCampaign("");
        run("update message set state = 1, attempt = 1, t_tried = now() where campaign_id in ($1, $2)", later, never);
        status(business, later, "failed", ",'errors':[{'code':131049,'title':'later'}]");
        status(business, never, "failed", ",'errors':[{'code':131026,'title':'Undeliverable'}]");

        await("the failure", () -> !types().isEmpty());
        assertEquals(Set.of((int) never), Set.copyOf(listener.all("RECIPIENT_FAILED", "data.campaignId")));
        assertEquals(Set.of(131026), Set.copyOf(listener.all("RECIPIENT_FAILED", "data.errorCode")));
    }

    @Test
    void whatExpiredIsToldWhenTheCampaignIsSettled() {
        tell("RECIPIENT_EXPIRED", "CAMPAIGN_STATE");
        long campaign = new Business().waitingCampaign("");
        run("update message set state = 8, attempt = 1 where campaign_id = $1", campaign);
        run("update campaign set settled_at = now() where id = $1", campaign);

        await("the end", () -> !listener.all("RECIPIENT_EXPIRED", "id").isEmpty());
        assertEquals(List.of((int) campaign), listener.all("RECIPIENT_EXPIRED", "data.campaignId"));
        assertTrue(listener.all("CAMPAIGN_STATE", "data.settled").contains(true));
    }

    @Test
    void onlyWhatWasChosenIsToldAndOnlyOnce() {
        tell("OPT_OUT");
        Business business = new Business();
        long contact = business.contact();
        patch("/contacts/" + contact, "{'consent':{'marketing':'OPTED_OUT'}}");
        patch("/contacts/" + contact, "{'consent':{'marketing':'OPTED_OUT','source':'again'}}");
        long other = business.contact();
        patch("/contacts/" + other, "{'consent':{'utility':'OPTED_OUT'}}");

        await("both", () -> listener.all("OPT_OUT", "data.contactId").containsAll(List.of((int) contact, (int) other)));
        assertEquals(2, listener.all("OPT_OUT", "id").size());
        assertEquals(Set.of("OPT_OUT"), types());
    }

    @Test
    void manyEventsAreFewPosts() {
        tell("REPLY");
        long contact = new Business().contact();
        run("""
            insert into reply (at, contact_id, wamid, type, body)
            select now(), $1, 'wamid.many.' || n, 'text', 'Hello ' || n from generate_series(1, 1200) as n
            """, contact);

        await("all", () -> listener.all("REPLY", "id").size() >= 1_200);
        assertEquals(1_200, Set.copyOf(listener.all("REPLY", "id")).size());
        assertEquals(3, listener.posts().size());
    }

    @Test
    void whatIsNotTakenIsToldAgain() {
        tell("REPLY");
        listener.answers(500);
        post("/webhook-endpoints/" + endpoint + "/test", "").statusCode(202);
        await("the refusal", () -> delivery().getString("items[0].error") != null);
        assertEquals("PENDING", delivery().getString("items[0].state"));
        assertEquals(500, delivery().getInt("items[0].status"));
        assertNotNull(delivery().getString("items[0].nextTryAt"));
        assertNotNull(get("/webhook-endpoints/" + endpoint).getString("failingSince"));

        listener.answers(200);
        run("update webhook_delivery set due_at = now() where endpoint_id = $1", endpoint);
        await("the second try", () -> delivery().getString("items[0].state").equals("DELIVERED"));
        assertTrue(delivery().getInt("items[0].attempts") >= 2);
        assertEquals(
                List.of("TEST"),
                listener.posts().stream()
                        .map(post -> JsonPath.from(post.body()).getString("events[0].type"))
                        .toList());
        assertNull(get("/webhook-endpoints/" + endpoint).getString("failingSince"));
    }

    @Test
    void whatCannotBeSignedIsNotPostedAndSaysWhy() {
        tell("REPLY");
        run("update webhook_endpoint set secret = '\\x00' where id = $1", endpoint);
        post("/webhook-endpoints/" + endpoint + "/test", "").statusCode(202);
        await("the reason", () -> delivery().getString("items[0].error") != null);
        assertTrue(delivery().getString("items[0].error").startsWith("It cannot be signed"));
        assertTrue(listener.posts().isEmpty());
    }

    @Test
    void anEndpointThatTakesNothingForADayIsDisabledAndMayBeEnabledAgain() {
        tell("REPLY");
        listener.answers(503);
        run("update webhook_endpoint set failing_since = now() - interval '25 h' where id = $1", endpoint);
        post("/webhook-endpoints/" + endpoint + "/test", "").statusCode(202);
        awaitDisabled();
        assertEquals(
                "Nothing got through for a day; last: It answered 503.",
                get("/webhook-endpoints/" + endpoint).getString("disabledReason"));
        post("/webhook-endpoints/" + endpoint + "/test", "").statusCode(409);

        listener.answers(200);
        patch("/webhook-endpoints/" + endpoint, "{'state':'ENABLED'}");
        assertNull(get("/webhook-endpoints/" + endpoint).getString("disabledReason"));
        post("/webhook-endpoints/" + endpoint + "/test", "").statusCode(202);
        await("the test", () -> !listener.posts().isEmpty());
    }

    @Test
    void anEndpointThatIsGoneIsDisabledAtOnce() {
        tell("REPLY");
        listener.answers(410);
        post("/webhook-endpoints/" + endpoint + "/test", "").statusCode(202);
        awaitDisabled();
    }

    private void tell(String... events) {
        JsonPath created = post(
                        "/webhook-endpoints",
                        "{'url':'%s','events':['%s']}".formatted(listener.url(), String.join("','", events)))
                .statusCode(201)
                .extract()
                .jsonPath();
        endpoint = created.getLong("id");
        secret = created.getString("secret");
    }

    private void assertSigned(Listener.Post post) {
        long seconds = Long.parseLong(post.header("webhook-timestamp"));
        assertEquals(
                HookSignature.of(secret, post.header("webhook-id"), seconds, post.body()),
                post.header("webhook-signature"));
        assertTrue(Math.abs(Instant.now().getEpochSecond() - seconds) < 60);
    }

    private Set<String> types() {
        Set<String> types = new TreeSet<>();
        listener.posts().forEach(post -> types.addAll(JsonPath.from(post.body()).getList("events.type")));
        return types;
    }

    private JsonPath delivery() {
        return get("/webhook-endpoints/" + endpoint + "/deliveries");
    }

    private void awaitDisabled() {
        await(
                "the end",
                () -> get("/webhook-endpoints/" + endpoint).getString("state").equals("DISABLED"));
    }

    private void status(Business business, long campaign, String status, String more) {
        String opaque = callbackData.encode(new Attempt(new MessageKey(campaign, 1), 1));
        business.tell("messages", """
                {'messaging_product':'whatsapp','metadata':{'phone_number_id':'n%s'},
                 'statuses':[{'id':'wamid.%d','status':'%s','timestamp':'%d','biz_opaque_callback_data':'%s'%s}]}""".formatted(
                        business.wabaId, campaign, status, Instant.now().getEpochSecond(), opaque, more));
    }

    private static void patch(String path, String body) {
        api().contentType("application/merge-patch+json")
                .body(body.replace('\'', '"'))
                .patch("/api/v1" + path)
                .then()
                .statusCode(200);
    }

    private static void await(String what, BooleanSupplier condition) {
        Waiting.until(what, SOON, condition::getAsBoolean);
    }

    private long number(String statement, Object... arguments) {
        return sql.first(statement, row -> row.getLong(0), arguments).await().atMost(Duration.ofSeconds(5));
    }

    private void run(String statement, Object... arguments) {
        sql.run(statement, arguments).await().atMost(Duration.ofSeconds(5));
    }
}
