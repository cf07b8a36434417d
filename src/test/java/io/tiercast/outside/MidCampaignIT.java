package io.tiercast.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.tiercast.boot.TiercastProcess;
import io.tiercast.boot.Waiting;
import io.tiercast.journey.Program;
import io.tiercast.outside.OutsideSettings.Mishaps;
import io.tiercast.outside.OutsideSettings.Shares;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While a campaign goes, a big file is imported, and somebody who is still in the queue asks to be left alone. */
class MidCampaignIT {

    private static final int PEOPLE = 900;
    private static final int PER_SECOND = 20;

    /** A million with {@code -Dimport.rows=1000000}; then the campaign is longer as well. */
    private static final int ROWS = Integer.getInteger("import.rows", 100_000);

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Account ACCOUNT = OutsideShop.account("TIER_10K");
    private static final OutsideSettings SETTINGS = new OutsideSettings(
            5,
            Duration.ofMillis(60),
            10 * PER_SECOND,
            Duration.ofMillis(500),
            40,
            new Shares(0, 0, 0, 0, 0),
            Mishaps.NONE);

    @TempDir
    Path folder;

    @Test
    void anImportGoesBesideItAndAnOptOutReachesTheQueue() {
        try (OutsideMeta meta = new OutsideMeta(SETTINGS, ACCOUNT);
                TiercastProcess tiercast =
                        new TiercastProcess(folder, OutsideShop.environment(meta, ACCOUNT)).start()) {
            OutsideShop shop = new OutsideShop(meta, ACCOUNT, tiercast);
            Program program = shop.program();
            long everyone = shop.group("Everyone");
            long newcomers = shop.group("Newcomers");
            int people = PEOPLE * Math.max(1, ROWS / 200_000);
            shop.bring(everyone, 0, people, "OPTED_IN");
            long campaignId = shop.launch(shop.connectSender(PER_SECOND), everyone, people);
            Waiting.until("the first messages", SOON, () -> meta.ledger().people() > PER_SECOND);

            meta.reply(OutsideShop.phone(people - 1), "STOP");
            shop.bring(newcomers, people, ROWS, "OPTED_IN");

            assertEquals("RUNNING", program.state(campaignId), "the import took longer than the campaign");
            Waiting.until(
                    "the end of the campaign",
                    SOON.plusSeconds(people / PER_SECOND),
                    () -> program.state(campaignId).equals("COMPLETED") && meta.outstanding() == 0);
            assertLeftAlone(program.stats(campaignId), meta.ledger(), people - 1);
        }
    }

    private static void assertLeftAlone(JsonPath stats, Ledger ledger, int written) {
        assertEquals(Map.of("OPTED_OUT", 1), stats.getMap("skippedByReason"));
        assertEquals(written, ledger.people());
        assertEquals(Map.of(), ledger.doubled());
        OutsideShop.assertBooksAgree(ledger, stats, 1);
    }
}
