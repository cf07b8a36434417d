package io.tiercast.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.tiercast.boot.TiercastProcess;
import io.tiercast.boot.Waiting;
import io.tiercast.outside.OutsideSettings.Mishaps;
import io.tiercast.outside.OutsideSettings.Shares;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same campaign over each kind of provider: refusals, throttles, failures, lost answers, reports doubled and in no order. */
class ProvidersIT {

    private static final int PEOPLE = 400;
    private static final int TRIED_PER_SECOND = 90;
    private static final Duration SOON = Duration.ofMinutes(2);

    /** Admits less than is tried; one answer in thirty is lost. */
    private static final OutsideSettings SETTINGS = new OutsideSettings(
            42,
            Duration.ofMillis(60),
            70,
            Duration.ofMillis(1200),
            40,
            new Shares(25, 40, 60, 80, 250),
            new Mishaps(33, 0, 0, 0));

    @TempDir
    static Path folder;

    private static final Map<Played, OutsideMeta> PROVIDERS = new EnumMap<>(Played.class);
    private static TiercastProcess tiercast;

    @BeforeAll
    static void start() {
        for (Played kind : Played.values()) {
            PROVIDERS.put(kind, new OutsideMeta(SETTINGS, kind.account(), kind.voice(kind.account())));
        }
        Map<String, String> environment =
                new HashMap<>(OutsideShop.environment(PROVIDERS.get(Played.META), Played.META.account()));
        environment.put("TIERCAST_DISPATCH_IN_DOUBT_MIN_AGE", "PT3S"); // they report within two seconds
        environment.put("TIERCAST_OUTGOING_PRIVATE_ADDRESSES", "true");
        tiercast = new TiercastProcess(folder, environment).start();
    }

    @AfterAll
    static void stop() {
        if (tiercast != null) {
            tiercast.close();
        }
        PROVIDERS.values().forEach(OutsideMeta::close);
    }

    @ParameterizedTest
    @EnumSource(Played.class)
    void aCampaignRunsUnchanged(Played kind) {
        OutsideMeta provider = PROVIDERS.get(kind);
        OutsideShop shop = shop(kind, provider);
        long senderId = sender(kind, provider, shop);
        long groupId = shop.group(kind.name());
        shop.bring(groupId, kind.ordinal() * PEOPLE, PEOPLE, "OPTED_IN");
        long campaignId = shop.launch(senderId, groupId, PEOPLE);
        Waiting.until("the end of the campaign over " + kind, SOON, () -> isOver(shop, campaignId));
        Waiting.until("the last report of " + kind, SOON, () -> provider.outstanding() == 0);

        Ledger ledger = provider.ledger();
        assertEquals(List.of(), ledger.faults());
        assertEquals(Map.of(), ledger.doubled());
        assertTrue(ledger.lost() > 0 && ledger.throttledCount() > 0 && ledger.shakenCount() > 0, "nothing went wrong");
        JsonPath stats = shop.program().stats(campaignId);
        if (kind.bringsOurMarkBack()) {
            assertEquals(PEOPLE, ledger.people());
            Waiting.until(
                    "the books to agree",
                    SOON,
                    () -> agree(ledger, shop.program().stats(campaignId)));
            OutsideShop.assertBooksAgree(ledger, shop.program().stats(campaignId), 0);
        } else {
            assertLostAnswersAreLeftToAPerson(ledger, shop, campaignId);
        }
        assertEquals(PEOPLE, stats.getInt("total"));
    }

    private static OutsideShop shop(Played kind, OutsideMeta provider) {
        return kind == Played.META
                ? new OutsideShop(provider, kind.account(), tiercast)
                : new OutsideShop(kind.account(), tiercast);
    }

    private static long sender(Played kind, OutsideMeta provider, OutsideShop shop) {
        long senderId = shop.connectSender(TRIED_PER_SECOND, kind.sender(provider.baseUrl()));
        JsonPath sender = shop.program().get("/senders/" + senderId);
        assertEquals(10_000, sender.getInt("messagingLimit"));
        assertEquals(kind.listsTemplates(), sender.getBoolean("capabilities.templateSync"));
        assertEquals(kind.bringsOurMarkBack(), sender.getBoolean("capabilities.evidence"));
        if (kind != Played.META) {
            provider.subscribe(tiercast.uri(sender.getString("webhookPath")));
        }
        templates(kind, shop, senderId);
        return senderId;
    }

    private static void templates(Played kind, OutsideShop shop, long senderId) {
        List<?> listed =
                Templates.all().stream().map(template -> template.getMap()).toList();
        JsonPath brought = kind.listsTemplates()
                ? shop.program().act("/templates/sync", Map.of("senderId", senderId))
                : shop.program().act("/templates/import", Map.of("senderId", senderId, "templates", plain(listed)));
        assertEquals(listed.size(), brought.getInt("created"));
    }

    /** Without classes that only one JSON library knows. */
    private static Object plain(List<?> templates) {
        return new JsonPath(new io.vertx.core.json.JsonArray(templates).encode()).getList("$");
    }

    private static boolean isOver(OutsideShop shop, long campaignId) {
        JsonPath stats = shop.program().stats(campaignId);
        int open = stats.getInt("buckets.queued")
                + stats.getInt("buckets.sending")
                + stats.getInt("buckets.deferred")
                + stats.getInt("buckets.inDoubt");
        return stats.getInt("total") == PEOPLE && open == 0;
    }

    private static boolean agree(Ledger ledger, JsonPath stats) {
        return stats.getInt("funnel.accepted") == ledger.acceptedCount() && stats.getInt("buckets.accepted") == 0;
    }

    /** Statuses by an id that never arrived here belong to nobody; everything else is counted. */
    private static void assertLostAnswersAreLeftToAPerson(Ledger ledger, OutsideShop shop, long campaignId) {
        int known = PEOPLE - ledger.lost();
        Waiting.until(
                "all statuses to be counted", SOON, () -> ended(shop.program().stats(campaignId)) == known);
        assertEquals(ledger.lost(), shop.program().stats(campaignId).getInt("buckets.unconfirmed"));
        Waiting.until(
                "the campaign to be completed",
                SOON,
                () -> shop.program().state(campaignId).equals("COMPLETED"));
    }

    private static int ended(JsonPath stats) {
        Map<String, Integer> buckets = stats.getMap("buckets");
        return buckets.get("sent") + buckets.get("delivered") + buckets.get("read") + buckets.get("failed");
    }
}
