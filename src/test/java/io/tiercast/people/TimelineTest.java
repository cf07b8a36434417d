package io.tiercast.people;

import static io.tiercast.webhook.Business.api;
import static io.tiercast.webhook.Business.get;
import static io.tiercast.webhook.Business.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tiercast.meta.FakeGraph;
import io.tiercast.sql.Sql;
import io.tiercast.webhook.Business;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All that happened with one contact. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class TimelineTest {

    @Inject
    Sql sql;

    private Business business;
    private long campaign;
    private long contact;

    @BeforeEach
    void aPersonInACampaign() {
        business = new Business();
        campaign = business.waitingCampaign("");
        contact = sql.first("select contact_id from message where campaign_id = $1", row -> row.getLong(0), campaign)
                .await()
                .atMost(Duration.ofSeconds(5));
    }

    @Test
    void campaignsRepliesConsentAndBehaviourStandTogetherNewestFirst() {
        sql.run(
                        "update message set state = 10, t_tried = now(), t_accepted = now(), t_delivered = now() where campaign_id = $1",
                        campaign)
                .await()
                .atMost(Duration.ofSeconds(5));
        String phone = business.phoneOf(contact);
        business.tell(
                "messages", """
                {'messaging_product':'whatsapp','metadata':{'phone_number_id':'n%s'},
                 'messages':[{'id':'wamid.t.%s','timestamp':'%d','from':'%s','type':'text','text':{'body':'Stop'}}]}""".formatted(business.wabaId, phone, Instant.now().getEpochSecond() + 1, phone));
        tellEvents("{'contactId':%d,'name':'purchase','at':'2026-01-02T03:04:05Z','properties':{'total':12.5}}"
                .formatted(contact));

        JsonPath timeline = get("/contacts/" + contact + "/timeline");
        List<String> types = timeline.getList("items.type");
        assertEquals(
                List.of("CAMPAIGN", "CONSENT", "CONSENT", "EVENT", "REPLY"),
                types.stream().sorted().toList());
        assertEquals("EVENT", types.get(types.size() - 1));
        assertEquals("purchase", timeline.getString("items[-1].event.name"));
        assertEquals(12.5f, timeline.getFloat("items[-1].event.properties.total"));
        assertEquals("OPTED_IN", timeline.getString("items[-2].consent.marketing"));
        assertEquals("DELIVERED", timeline.getString("items.find{it.type=='CAMPAIGN'}.campaign.state"));
        assertEquals("Promo", timeline.getString("items.find{it.type=='CAMPAIGN'}.campaign.name"));
        assertNotNull(timeline.getString("items.find{it.type=='CAMPAIGN'}.campaign.deliveredAt"));
        assertEquals((int) campaign, timeline.getInt("items.find{it.type=='REPLY'}.reply.campaignId"));
        assertNull(timeline.getString("items.find{it.type=='REPLY'}.event"));
        assertNull(timeline.getString("nextCursor"));
    }

    @Test
    void pagesMissNothingThoughMuchHappenedAtTheSameMoment() {
        tellEvents(IntStream.range(0, 7)
                .mapToObj(n -> "{'contactId':%d,'name':'line %d','at':'2026-01-02T03:04:05Z'}".formatted(contact, n))
                .collect(Collectors.joining(",")));
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = get("/contacts/" + contact + "/timeline?limit=2" + cursor);
            seen.addAll(page.getList("items.findAll{it.type=='EVENT'}.event.name"));
            cursor = page.getString("nextCursor") == null ? null : "&cursor=" + page.getString("nextCursor");
        }
        assertEquals(IntStream.range(0, 7).mapToObj(n -> "line " + n).toList(), seen);
    }

    @Test
    void whoIsNotThereHasNoTimeline() {
        api().get("/api/v1/contacts/99999999/timeline").then().statusCode(404);
        api().get("/api/v1/contacts/" + contact + "/timeline?limit=0").then().statusCode(400);
    }

    private static void tellEvents(String events) {
        post("/events", "{'events':[" + events + "]}").statusCode(202);
    }
}
