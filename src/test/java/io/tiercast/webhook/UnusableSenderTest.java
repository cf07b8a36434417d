package io.tiercast.webhook;

import static io.tiercast.webhook.Business.api;
import static io.tiercast.webhook.Business.awaitState;
import static io.tiercast.webhook.Business.get;
import static io.tiercast.webhook.Business.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.tiercast.boot.Waiting;
import io.tiercast.meta.FakeGraph;
import io.tiercast.sender.Senders;
import io.tiercast.sql.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stored secret that can no longer be read: its number stands still, and says why; all others go on. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class UnusableSenderTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    @Inject
    Sql sql;

    @Inject
    Senders senders;

    private Business broken;

    @BeforeEach
    void twoBusinesses() {
        broken = new Business();
    }

    @AfterEach
    void mend() {
        newToken();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\x00", "\\x000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"})
    void onlyTheOneNumberIsUnusableAndShowsWhy(String sealed) {
        breakToken(sealed);
        Business other = new Business();
        long draft = broken.draft("");

        assertEquals(
                FakeGraph.TOKEN,
                senders.byId(other.senderId).await().atMost(SOON).orElseThrow().accessToken());
        other.sync();
        assertTrue(broken.sender().getString("trouble").contains("Enter the access token again"));
        post("/campaigns/" + draft + "/preflight", "{}")
                .statusCode(200)
                .body("problems.code", hasItem("SENDER_UNUSABLE"));
        for (String path : new String[] {"/senders/" + broken.senderId + "/sync", "/templates/sync"}) {
            post(path, "{'senderId':%d}".formatted(broken.senderId))
                    .statusCode(409)
                    .body("type", equalTo("/problems/sender-unusable"));
        }
        newToken();
        api().get("/api/v1/senders/" + broken.senderId).then().body("trouble", nullValue());
        broken.sync();
    }

    @Test
    void itsCampaignsStopWithTheReason() {
        long campaign = broken.waitingCampaign("");
        breakToken("\\x00");
        awaitState(campaign, "PAUSED");

        api().get("/api/v1/campaigns/" + campaign)
                .then()
                .body("stateReason.message", containsString("cannot be read"))
                .body("stateReason.action", containsString("Enter the secrets"));
        newToken();
        post("/campaigns/" + campaign + "/resume", "{}").statusCode(200);
    }

    private void breakToken(String sealed) {
        sql.run("update sender set access_token = $2::text::bytea where id = $1", broken.senderId, sealed)
                .await()
                .atMost(SOON);
        Waiting.until(
                "the number to be unusable",
                SOON,
                () -> senders.byId(broken.senderId)
                                .await()
                                .atMost(SOON)
                                .orElseThrow()
                                .trouble()
                        != null);
    }

    private void newToken() {
        api().contentType(ContentType.JSON)
                .body("{\"accessToken\":\"" + FakeGraph.TOKEN + "\"}")
                .patch("/api/v1/senders/" + broken.senderId)
                .then()
                .statusCode(200);
        assertEquals("CONNECTED", get("/senders/" + broken.senderId).getString("status"));
    }
}
