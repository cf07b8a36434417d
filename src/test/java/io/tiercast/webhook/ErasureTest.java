package io.tiercast.webhook;

import static io.tiercast.webhook.Business.api;
import static io.tiercast.webhook.Business.get;
import static io.tiercast.webhook.Business.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing that identifies a person outlives their erasure, in whatever table it was. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class ErasureTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final AtomicLong NEXT = new AtomicLong(7_350_000);

    @Inject
    Sql sql;

    @Inject
    CallbackData callbackData;

    private final long mark = NEXT.incrementAndGet();
    private final String name = "Zerlina Quux" + mark;
    private Business business;
    private long campaign;
    private long contact;
    private String phone;
    private String userId;
    private String wamid;

    @BeforeEach
    void aPersonOfWhomMuchIsKnown() {
        business = new Business();
        campaign = business.waitingCampaign("");
        contact = number("select contact_id from message where campaign_id = $1", campaign);
        phone = "+9194" + mark + "8";
        userId = "IN." + mark + "id";
        wamid = "wamid." + mark;
        patch("{'phone':'%s','name':'%s','externalId':'crm-%d','tags':['t%d'],'attributes':{'street':'%d High Street'},"
                        .formatted(phone, name, mark, mark, mark)
                + "'consent':{'marketing':'OPTED_IN','source':'form of " + name + "','evidence':'scan of " + mark
                + "'}}");
        run("update message set state = 1, attempt = 1, t_tried = now() where campaign_id = $1", campaign);
        run("insert into message_param (campaign_id, seq, params) values ($1, 1, array[$2])", campaign, name);
    }

    @Test
    void noTableKnowsThePersonAfterwards() {
        status("sent");
        Waiting.until(
                "the identity",
                SOON,
                () -> number("select count(*) from contact_identity where contact_id = $1", contact) > 0);
        inbound("'from':'%s','type':'text','text':{'body':'I am %s, at %d High Street'}"
                .formatted(phone.substring(1), name, mark));
        inbound("'from_user_id':'%s','type':'text','text':{'body':'hello'}".formatted(userId));
        post(
                        "/events",
                        "{'events':[{'contactId':%d,'name':'bought','properties':{'for':'%s'}}]}"
                                .formatted(contact, name))
                .statusCode(202);
        long group =
                Business.id(post("/groups", "{'name':'Of %d'}".formatted(mark)).statusCode(201));
        post("/groups/" + group + "/members", "{'contactIds':[%d]}".formatted(contact))
                .statusCode(200);
        rejectedLine();
        createdAgainWithAKey();
        long stats = get("/campaigns/" + campaign + "/stats").getLong("funnel.sent");
        assertTrue(tablesThatKnow(mark + "").size() > 8, () -> "found in few tables: " + tablesThatKnow(mark + ""));

        post("/contacts/" + contact + "/erase", "{}")
                .statusCode(200)
                .body("contactId", equalTo((int) contact))
                .body("messages", equalTo(1));
        assertEquals(Set.of("contact_group"), tablesThatKnow(Long.toString(mark))); // its name is the group's own
        assertEquals(Set.of(), tablesThatKnow("Zerlina"));
        assertEquals(stats, get("/campaigns/" + campaign + "/stats").getLong("funnel.sent"));
        assertEquals(0, get("/groups/" + group).getInt("memberCount"));
        api().get("/api/v1/contacts/" + contact).then().statusCode(404);
    }

    @Test
    void statusesThatComeLaterBecomeNamelessToo() {
        post("/contacts/" + contact + "/erase", "{}").statusCode(200);
        status("read");
        assertEquals(1, number("select count(*) from message where campaign_id = $1 and t_read is not null", campaign));
        post("/erasures", "{'phone':'+919400000001'}").statusCode(200).body("contactId", nullValue());

        assertEquals(Set.of(), tablesThatKnow(Long.toString(mark)));
    }

    @Test
    void whoIsErasedStaysSuppressedByAHashAlone() {
        post("/contacts/" + contact + "/erase", "{}").statusCode(200);
        JsonPath listed = get("/suppressions?phone=" + phone.substring(1));
        assertEquals("ERASED", listed.getString("items[0].reason"));
        assertEquals(null, listed.getString("items[0].phone"));
        assertEquals("ALL", listed.getString("items[0].scope"));

        post("/contacts/batch", "{'contacts':[{'phone':'%s','consent':{'marketing':'OPTED_IN'}}]}".formatted(phone))
                .body("items.outcome", contains("CREATED"));
        assertEquals("ALL", get("/contacts?search=" + phone.substring(1)).getString("items[0].suppressed"));
        api().delete("/api/v1/suppressions/" + listed.getLong("items[0].id"))
                .then()
                .statusCode(204);
        assertEquals(null, get("/contacts?search=" + phone.substring(1)).getString("items[0].suppressed"));
    }

    @Test
    void whoIsNoContactIsErasedByThePhone() {
        String stranger = "9194" + mark + "9";
        inbound("'from':'%s','type':'text','text':{'body':'STOP'}".formatted(stranger));
        post("/erasures", "{'phone':'+%s'}".formatted(stranger)).statusCode(200).body("messages", equalTo(0));

        assertEquals(Set.of(), tablesThatKnow(stranger));
        assertEquals("ERASED", get("/suppressions?phone=" + stranger).getString("items[0].reason"));
    }

    @Test
    void postsThatAreStillToBeMadeTellNothingOfThePerson() {
        run("insert into webhook_endpoint (url, events, secret) values ('https://example.com/%d', '{}', '')"
                .formatted(mark));
        toBePosted(
                mark,
                "{\"data\": {\"contactId\": %d, \"text\": \"I am at home\"}}".formatted(contact),
                "{\"data\": {\"contactId\": 1}}");
        toBePosted(mark, "{\"data\": {\"contactId\": %d, \"phone\": \"%s\"}}".formatted(contact, phone));
        post("/contacts/" + contact + "/erase", "{}").statusCode(200);

        String theirs =
                "from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id and e.url = 'https://example.com/"
                        + mark + "' ";
        assertEquals(1, number("select count(*) " + theirs));
        assertEquals(
                1,
                number("select count(*) " + theirs
                        + "where d.events = 1 and d.body::jsonb = '{\"events\":[{\"data\":{\"contactId\":1}}]}'"));
        run("delete from webhook_endpoint where url = 'https://example.com/" + mark + "'");
    }

    private void toBePosted(long endpoint, String... events) {
        run(
                "insert into webhook_delivery (endpoint_id, events, body, due_at) select id, $1, $2, now() + interval '1 h' from webhook_endpoint where url = $3",
                events.length,
                "{\"events\": [" + String.join(", ", events) + "]}",
                "https://example.com/" + endpoint);
    }

    @Test
    void nobodyIsErasedByMistake() {
        post("/contacts/999999999/erase", "{}").statusCode(404);
        post("/erasures", "{'phone':'12'}").statusCode(422);
        post("/erasures", "{}").statusCode(400);
        post("/contacts/" + contact + "/erase", "{}").statusCode(200);
        post("/contacts/" + contact + "/erase", "{}").statusCode(404);
    }

    private void rejectedLine() {
        String location = api().contentType("text/csv")
                .body("phone,name,timezone\n94 %d 8,%s,Mars/Base\n\"94%d8\"x,%s,\n".formatted(mark, name, mark, name))
                .post("/api/v1/contacts/import?defaultCountry=IN")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        Waiting.until(
                "the import", SOON, () -> !api().get(location).path("state").equals("RUNNING"));
    }

    private void createdAgainWithAKey() {
        api().contentType("application/json")
                .header("Idempotency-Key", "again-" + contact)
                .body("{\"source\":\"%s\"}".formatted(name))
                .post("/api/v1/contacts/" + contact + "/consent-request")
                .then()
                .statusCode(409);
        api().contentType("application/json")
                .header("Idempotency-Key", "batch-" + contact)
                .body("{\"contacts\":[{\"phone\":\"%s\",\"timezone\":\"%s\"}]}".formatted(phone, name))
                .post("/api/v1/contacts/batch")
                .then()
                .statusCode(200);
    }

    /** Those of our tables in which any row holds the text; what the sandbox keeps is Meta's side. */
    private Set<String> tablesThatKnow(String text) {
        Set<String> found = new TreeSet<>();
        for (String table : tables()) {
            if (number("select count(*) from " + table + " as t where position($1 in t::text) > 0", text) > 0) {
                found.add(table);
            }
        }
        return found;
    }

    private List<String> tables() {
        return sql.rows("""
                        select oid::regclass::text as name from pg_class
                        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
                          and relname not like 'sandbox%' and relname not like 'flyway%'
                        """, row -> row.getString("name")).await().atMost(SOON);
    }

    private void status(String status) {
        String opaque = callbackData.encode(new Attempt(new MessageKey(campaign, 1), 1));
        business.tell("messages", """
                {'messaging_product':'whatsapp','metadata':{'phone_number_id':'n%s'},
                 'contacts':[{'wa_id':'%s','user_id':'%s'}],
                 'statuses':[{'id':'%s','status':'%s','timestamp':'%d','recipient_id':'%s','recipient_user_id':'%s',
                   'biz_opaque_callback_data':'%s'}]}""".formatted(
                        business.wabaId,
                        phone.substring(1),
                        userId,
                        wamid,
                        status,
                        Instant.now().getEpochSecond(),
                        phone.substring(1),
                        userId,
                        opaque));
    }

    private void inbound(String message) {
        business.tell("messages", """
                {'messaging_product':'whatsapp','metadata':{'phone_number_id':'n%s'},
                 'contacts':[{'wa_id':'%s','profile':{'name':'%s'}}],
                 'messages':[{'id':'%s.in','timestamp':'%d',%s}]}""".formatted(
                business.wabaId, phone.substring(1), name, wamid, Instant.now().getEpochSecond(), message));
    }

    private void patch(String body) {
        api().contentType("application/json")
                .body(body.replace('\'', '"'))
                .patch("/api/v1/contacts/" + contact)
                .then()
                .statusCode(200);
    }

    private long number(String statement, Object... arguments) {
        return sql.first(statement, row -> row.getLong(0), arguments).await().atMost(SOON);
    }

    private void run(String statement, Object... arguments) {
        sql.run(statement, arguments).await().atMost(SOON);
    }
}
