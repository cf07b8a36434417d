package io.tiercast.campaign;

import static io.tiercast.campaign.Shop.api;
import static io.tiercast.campaign.Shop.awaitState;
import static io.tiercast.campaign.Shop.contact;
import static io.tiercast.campaign.Shop.draft;
import static io.tiercast.campaign.Shop.get;
import static io.tiercast.campaign.Shop.groupOf;
import static io.tiercast.campaign.Shop.join;
import static io.tiercast.campaign.Shop.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.boot.Waiting;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is on the suppression list gets nothing, whenever the entry came, and it is said why. */
@QuarkusTest
class SuppressedPeopleTest {

    @Test
    void everyCountBeforeTheLaunchKnowsThem() {
        long group = groupOf(1);
        String phone = suppressed(group);
        post("/segments/preview", "{'filter':{'type':'group','groupId':%d}}".formatted(group))
                .statusCode(200)
                .body("messageable", equalTo(1))
                .body("skipped.SUPPRESSED", equalTo(1));
        long campaign = draft(group);
        post("/campaigns/" + campaign + "/preflight")
                .statusCode(200)
                .body("audience.messageable", equalTo(1))
                .body("audience.skipped.SUPPRESSED", equalTo(1));
        api().queryParam("phone", phone)
                .get("/api/v1/campaigns/" + campaign + "/why")
                .then()
                .body("outcome", equalTo("SKIPPED"))
                .body("reason", equalTo("SUPPRESSED"));
        post("/campaigns/" + campaign + "/test", "{'phones':['%s']}".formatted(phone))
                .statusCode(200)
                .body("items[0].message", containsString("suppression list"));
    }

    @Test
    void anEntryThatComesInMidCampaignStopsTheQueuedMessage() {
        long group = groupOf(3);
        long sender = Shop.sender();
        pace(sender, "0.5");
        try {
            long campaign = draft(group);
            post("/campaigns/" + campaign + "/launch").statusCode(200);
            Waiting.until(
                    "the first message",
                    Duration.ofSeconds(30),
                    () -> get("/campaigns/" + campaign + "/stats").getInt("funnel.accepted") > 0);
            String last = get("/campaigns/" + campaign + "/recipients").getString("items[-1].phone");
            post("/suppressions", "{'phone':'%s'}".formatted(last)).statusCode(201);
            awaitState(campaign, "COMPLETED");
            assertEquals(
                    Map.of("SUPPRESSED", 1),
                    get("/campaigns/" + campaign + "/stats").getMap("skippedByReason"));
        } finally {
            pace(sender, "null");
        }
    }

    private static void pace(long sender, String perSecond) {
        api().contentType("application/merge-patch+json")
                .body("{\"throughputPerSecond\":" + perSecond + "}")
                .patch("/api/v1/senders/" + sender)
                .then()
                .statusCode(200);
    }

    private static String suppressed(long group) {
        long contact = contact("'name':'Usha','consent':{'marketing':'OPTED_IN'}");
        join(group, contact);
        String phone = get("/contacts/" + contact).getString("phone");
        post("/suppressions", "{'phone':'%s'}".formatted(phone)).statusCode(201);
        return phone;
    }
}
