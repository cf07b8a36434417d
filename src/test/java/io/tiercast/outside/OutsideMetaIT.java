package io.tiercast.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.tiercast.boot.TiercastProcess;
import io.tiercast.boot.Waiting;
import io.tiercast.journey.Program;
import io.tiercast.outside.OutsideSettings.Mishaps;
import io.tiercast.outside.OutsideSettings.Shares;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole campaign against a Meta that is not ours: what we count must be what stands in its books. */
class OutsideMetaIT {

    private static final int PEOPLE = 2000;
    private static final int OPTED_OUT = 25;
    private static final int TRIED_PER_SECOND = 250;
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Set<String> GOOD_STATES = Set.of("SCHEDULED", "PREPARING", "RUNNING", "WAITING", "COMPLETED");
    private static final Account ACCOUNT = OutsideShop.account("TIER_10K");

    /** Admits less than the operator lets us try, so that some requests are throttled. */
    private static final OutsideSettings SETTINGS = new OutsideSettings(
            20261121,
            Duration.ofMillis(60),
            120,
            Duration.ofMillis(1500),
            40,
            new Shares(15, 20, 60, 80, 250),
            Mishaps.NONE);

    @TempDir
    Path folder;

    @Test
    void theCountsOfACampaignEqualMetasOwnLedger() {
        try (OutsideMeta meta = new OutsideMeta(SETTINGS, ACCOUNT);
                TiercastProcess tiercast =
                        new TiercastProcess(folder, OutsideShop.environment(meta, ACCOUNT)).start()) {
            OutsideShop shop = new OutsideShop(meta, ACCOUNT, tiercast);
            long campaignId = launch(shop);

            Program program = shop.program();
            Waiting.until("the end of the campaign", Duration.ofMinutes(3), () -> isCompleted(program, campaignId));
            Waiting.until("Meta's last report", SOON, () -> meta.outstanding() == 0);

            JsonPath stats = program.stats(campaignId);
            OutsideShop.assertBooksAgree(meta.ledger(), stats, OPTED_OUT);
            assertEquals(Map.of("OPTED_OUT", OPTED_OUT), stats.getMap("skippedByReason"));
            assertEquals(PEOPLE + OPTED_OUT, stats.getInt("total"));
            assertNobodyTwice(meta.ledger());
        }
    }

    private static void assertNobodyTwice(Ledger ledger) {
        assertEquals(List.of(), ledger.faults());
        assertEquals(PEOPLE, ledger.acceptedCount() + ledger.refusedCount());
        assertEquals(PEOPLE, ledger.people());
        assertEquals(ledger.acceptedCount(), ledger.distinctCallbacks());
        assertTrue(ledger.shakenCount() > 0 && ledger.throttledCount() > 0, "nothing was tried again");
    }

    private static long launch(OutsideShop shop) {
        long senderId = shop.connectSender(TRIED_PER_SECOND);
        JsonPath sender = shop.program().get("/senders/" + senderId);
        assertEquals(10_000, sender.getInt("messagingLimit"));
        assertEquals(ACCOUNT.portfolioId(), sender.getString("portfolioId"));
        long groupId = shop.group("Everyone");
        shop.bring(groupId, 0, PEOPLE, "OPTED_IN");
        shop.bring(groupId, PEOPLE, OPTED_OUT, "OPTED_OUT");
        return shop.launch(senderId, groupId, PEOPLE);
    }

    private static boolean isCompleted(Program program, long campaignId) {
        String state = program.state(campaignId);
        assertTrue(GOOD_STATES.contains(state), state);
        return state.equals("COMPLETED");
    }
}
