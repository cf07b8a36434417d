package io.tiercast.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.tiercast.boot.TiercastProcess;
import io.tiercast.boot.Waiting;
import io.tiercast.outside.OutsideSettings.Mishaps;
import io.tiercast.outside.OutsideSettings.Shares;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign over three days of a small limit, with a crash in the middle: Meta's own count is never over it, and nearly all of it is used. */
class WindowIT {

    private static final int LIMIT = 2_000;
    private static final int PEOPLE = 5_000;
    private static final int PER_SECOND = 500;
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Account ACCOUNT = OutsideShop.account("TIER_2K");
    private static final OutsideSettings SETTINGS = new OutsideSettings(
            77,
            Duration.ofMillis(60),
            10 * PER_SECOND,
            Duration.ofMillis(1500),
            40,
            new Shares(15, 20, 60, 80, 250),
            Mishaps.NONE);

    private static final List<String> A_DAY_PASSES = List.of(
            "update portfolio_recipient set minute = minute - 1446, prev = prev - 1446",
            "update portfolio_minute set minute = minute - 1446",
            "update portfolio_window set horizon = horizon - 1446",
            "update message set t_tried = t_tried - interval '1446 min', t_delivered = t_delivered - interval '1446 min'");

    @TempDir
    Path folder;

    @Test
    void metaNeverCountsMoreThanTheLimitAndNearlyAllOfItIsUsed() {
        try (OutsideMeta meta = new OutsideMeta(SETTINGS, ACCOUNT);
                TiercastProcess tiercast = new TiercastProcess(folder, environment(meta)).start()) {
            OutsideShop shop = new OutsideShop(meta, ACCOUNT, tiercast);
            long groupId = shop.group("Everyone");
            long senderId = shop.connectSender(PER_SECOND);
            shop.bring(groupId, 0, PEOPLE, "OPTED_IN");
            long campaignId = shop.launch(senderId, groupId, PEOPLE);

            assertFull(meta, shop, campaignId);
            aDayPasses(meta, tiercast);
            Waiting.until(
                    "the second day's half", SOON, () -> meta.ledger().window().used() > LIMIT / 2);
            tiercast.kill();
            tiercast.start();
            assertFull(meta, shop, campaignId);
            aDayPasses(meta, tiercast);
            Waiting.until(
                    "the end",
                    SOON,
                    POLL,
                    () -> shop.program().state(campaignId).equals("COMPLETED"));

            assertTrue(meta.ledger().window().peak() <= LIMIT, "the most that Meta ever counted");
            assertEquals(Map.of(), meta.ledger().doubled());
            assertEquals(List.of(), meta.ledger().faults());
            assertEquals(PEOPLE, meta.ledger().people());
        }
    }

    private static Map<String, String> environment(OutsideMeta meta) {
        Map<String, String> environment = new HashMap<>(OutsideShop.environment(meta, ACCOUNT));
        environment.put("TIERCAST_DISPATCH_IN_DOUBT_MIN_AGE", "PT3S"); // this Meta reports within two seconds
        return environment;
    }

    /** Failures free their places, so it takes some rounds until Meta has nothing to report any more. */
    private static void assertFull(OutsideMeta meta, OutsideShop shop, long campaignId) {
        Window window = meta.ledger().window();
        Waiting.until(
                "the limit to be used up",
                SOON,
                POLL,
                () -> meta.outstanding() == 0
                        && shop.program().stats(campaignId).getInt("buckets.inDoubt") == 0
                        && window.used() >= 0.999 * LIMIT);
        Waiting.until(
                "the campaign to say so",
                SOON,
                POLL,
                () -> shop.program().state(campaignId).equals("WAITING"));
        JsonPath reason = shop.program().get("/campaigns/" + campaignId).setRootPath("stateReason");
        assertEquals("LIMIT MESSAGING_LIMIT", reason.getString("by") + " " + reason.getString("code"));
        assertTrue(reason.getString("resumesAt") != null, "says when it goes on");
        assertTrue(window.peak() <= LIMIT, window.peak() + " at once");
    }

    /** For Meta first: only then may anybody rely on it. */
    private static void aDayPasses(OutsideMeta meta, TiercastProcess tiercast) {
        meta.ledger().window().aDayPasses();
        try (Connection database = tiercast.database();
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            for (String change : A_DAY_PASSES) {
                statement.execute(change);
            }
            database.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
