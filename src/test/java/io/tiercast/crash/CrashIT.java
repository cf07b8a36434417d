package io.tiercast.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.tiercast.boot.TiercastProcess;
import io.tiercast.boot.Waiting;
import io.tiercast.outside.Account;
import io.tiercast.outside.Ledger;
import io.tiercast.outside.OutsideMeta;
import io.tiercast.outside.OutsideSettings;
import io.tiercast.outside.OutsideSettings.Mishaps;
import io.tiercast.outside.OutsideSettings.Shares;
import io.tiercast.outside.OutsideShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the application and its database in the middle of a campaign, over a bad line to Meta, and compares with Meta's books:
 * nobody is lost, nobody gets it twice, nothing stays undecided. {@code ./mvnw verify -Psoak} is the same for longer; see
 * the README.
 */
class CrashIT {

    private static final int RECIPIENTS = Integer.getInteger("soak.recipients", 4_000);
    private static final int KILLS = Integer.getInteger("soak.kills", 8);
    private static final int PER_SECOND = Integer.getInteger("soak.rate", 400);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime() % 1_000_000);
    private static final Duration LIMIT = Duration.ofMinutes(Integer.getInteger("soak.minutes", 5));
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Account ACCOUNT = OutsideShop.account("TIER_UNLIMITED");
    private static final OutsideSettings SETTINGS = new OutsideSettings(
            SEED,
            Duration.ofMillis(60),
            10 * PER_SECOND,
            Duration.ofMillis(1000),
            100,
            new Shares(15, 20, 60, 80, 250),
            new Mishaps(5, 3, 2, 3));

    @TempDir
    Path folder;

    @Test
    void nobodyIsLostAndNobodyGetsItTwice() {
        System.out.printf("Crashes: seed %d (-Dcrash.seed), %,d recipients, %d kills%n", SEED, RECIPIENTS, KILLS);
        try (OutsideMeta meta = new OutsideMeta(SETTINGS, ACCOUNT);
                TiercastProcess tiercast = new TiercastProcess(folder, environment(meta)).start()) {
            OutsideShop shop = new OutsideShop(meta, ACCOUNT, tiercast);
            long campaignId = launch(shop);
            Progress progress = new Progress(meta.ledger(), RECIPIENTS);
            try {
                strike(new Victim(tiercast), progress);
                awaitEnd(meta, shop, campaignId, progress);
            } finally {
                keepLog(tiercast);
                progress.last(shop.program().stats(campaignId).prettify());
            }

            assertNobodyLostOrDoubled(meta.ledger());
            OutsideShop.assertBooksAgree(meta.ledger(), shop.program().stats(campaignId), 0);
        }
    }

    private static Map<String, String> environment(OutsideMeta meta) {
        Map<String, String> environment = new HashMap<>(OutsideShop.environment(meta, ACCOUNT));
        environment.put(
                "TIERCAST_DISPATCH_IN_DOUBT_MIN_AGE", "PT5S"); // this Meta reports within a second, not within minutes
        return environment;
    }

    private static long launch(OutsideShop shop) {
        long senderId = shop.connectSender(PER_SECOND);
        long groupId = shop.group("Everyone");
        shop.bring(groupId, 0, RECIPIENTS, "OPTED_IN");
        return shop.launch(senderId, groupId, RECIPIENTS);
    }

    private static void strike(Victim victim, Progress progress) {
        List<Blow> plan = Blow.plan(KILLS, RECIPIENTS, new Random(SEED));
        for (Blow blow : plan) {
            Waiting.until("the moment of " + blow, LIMIT, POLL, () -> progress.people() >= blow.reached());
            int at = progress.people();
            victim.suffer(blow);
            progress.survived(blow, at);
        }
    }

    private static void awaitEnd(OutsideMeta meta, OutsideShop shop, long campaignId, Progress progress) {
        Waiting.until("the last recipient", LIMIT, Duration.ofSeconds(1), () -> {
            decideForThoseTriedThreeTimes(shop, campaignId, progress);
            return progress.people() == RECIPIENTS;
        });
        Waiting.until("Meta's last report", LIMIT, POLL, () -> meta.outstanding() == 0);
        Waiting.until("the end of the campaign", LIMIT, Duration.ofSeconds(1), () -> {
            JsonPath stats = shop.program().stats(campaignId);
            progress.ending(stats.getMap("buckets"));
            return stats.getString("state").equals("COMPLETED") && meta.outstanding() == 0;
        });
    }

    /**
     * Nobody is written to more than three times without a person's word, even if none of it arrived. Out of a million people and
     * a hundred crashes that happens to one or two. Whoever was tried less often must not wait for a person.
     */
    private static void decideForThoseTriedThreeTimes(OutsideShop shop, long campaignId, Progress progress) {
        List<Integer> attempts = shop.program()
                .get("/campaigns/" + campaignId + "/recipients?state=UNCONFIRMED")
                .getList("items.attempts", Integer.class);
        if (!attempts.isEmpty()) {
            assertTrue(Collections.min(attempts) >= 3, "left to a person after attempts: " + attempts);
            progress.decided(attempts.size());
            shop.program().act("/campaigns/" + campaignId + "/unconfirmed", Map.of("action", "RESEND"));
        }
    }

    private static void assertNobodyLostOrDoubled(Ledger ledger) {
        assertEquals(List.of(), ledger.faults());
        assertEquals(Map.of(), ledger.doubled(), "written to twice");
        assertEquals(RECIPIENTS, ledger.people(), "written to");
        assertEquals(ledger.acceptedCount(), ledger.distinctCallbacks());
    }

    private static void keepLog(TiercastProcess tiercast) {
        try {
            Files.writeString(Path.of("target/crash-tiercast.log"), tiercast.log());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
