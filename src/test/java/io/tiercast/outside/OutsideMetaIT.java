package io.tiercast.outside;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.tiercast.boot.TiercastProcess;
import io.tiercast.boot.Waiting;
import io.tiercast.journey.Program;
import io.tiercast.outside.OutsideSettings.Shares;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole campaign against a Meta that is not ours: what we count must be what stands in its books. */
class OutsideMetaIT {

    private static final int PEOPLE = 2000;
    private static final int OPTED_OUT = 25;
    private static final int TRIED_PER_SECOND = 250;
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Set<String> GOOD_STATES = Set.of("SCHEDULED", "PREPARING", "RUNNING", "WAITING", "COMPLETED");
    private static final String VERIFY_TOKEN = "outside-verify-token";

    private static final Account ACCOUNT = new Account(
            "500600",
            "900100",
            "700800",
            "outside-access-token",
            "outside-app-secret",
            "+91 22 5550 1111",
            "TIER_10K",
            Templates.all());

    /** Admits less than the operator lets us try, so that some requests are throttled. */
    private static final OutsideSettings SETTINGS = new OutsideSettings(
            20261121, Duration.ofMillis(60), 200, Duration.ofMillis(1500), 40, new Shares(15, 20, 60, 80, 250));

    @TempDir
    Path folder;

    @Test
    void theCountsOfACampaignEqualMetasOwnLedger() {
        try (OutsideMeta meta = new OutsideMeta(SETTINGS, ACCOUNT);
                TiercastProcess tiercast = new TiercastProcess(folder, environment(meta)).start()) {
            Program program = new Program(tiercast);
            meta.subscribe(tiercast.uri("/webhooks/meta"), VERIFY_TOKEN);
            long campaignId = launch(program, connectSender(program));

            Waiting.until("the end of the campaign", Duration.ofMinutes(3), () -> isCompleted(program, campaignId));
            Waiting.until("Meta's last report", SOON, () -> meta.outstanding() == 0);

            assertBooksAgree(meta.ledger(), program.stats(campaignId));
            assertNobodyTwice(meta.ledger());
        }
    }

    /** What came with a webhook is counted before it is answered: after the last one there is nothing to wait for. */
    private static void assertBooksAgree(Ledger ledger, JsonPath stats) {
        Map<String, Integer> buckets = new TreeMap<>(ledger.buckets());
        buckets.put("skipped", OPTED_OUT);
        Map<String, Integer> counted = new TreeMap<>(stats.<String, Integer>getMap("buckets"));
        counted.values().removeIf(n -> n == 0);
        assertEquals(buckets, counted);
        assertEquals(ledger.funnel(), new TreeMap<>(stats.<String, Integer>getMap("funnel")));
        assertEquals(ledger.failedByCode(), new TreeMap<>(stats.<String, Integer>getMap("failedByCode")));
        assertEquals(Map.of("OPTED_OUT", OPTED_OUT), stats.getMap("skippedByReason"));
        assertEquals(PEOPLE + OPTED_OUT, stats.getInt("total"));
    }

    private static void assertNobodyTwice(Ledger ledger) {
        assertEquals(List.of(), ledger.faults());
        assertEquals(PEOPLE, ledger.acceptedCount() + ledger.refusedCount());
        assertEquals(PEOPLE, ledger.people());
        assertEquals(ledger.acceptedCount(), ledger.distinctCallbacks());
        assertTrue(ledger.shakenCount() > 0 && ledger.throttledCount() > 0, "nothing was tried again");
    }

    private static Map<String, String> environment(OutsideMeta meta) {
        return Map.of(
                "TIERCAST_META_BASE_URL", meta.baseUrl(),
                "TIERCAST_META_APP_SECRET", ACCOUNT.appSecret(),
                "TIERCAST_META_VERIFY_TOKEN", VERIFY_TOKEN);
    }

    private static long connectSender(Program program) {
        long id = program.create(
                "/senders",
                Map.of(
                        "name", "Outside",
                        "phoneNumberId", ACCOUNT.phoneNumberId(),
                        "wabaId", ACCOUNT.wabaId(),
                        "accessToken", ACCOUNT.accessToken()));
        JsonPath sender = program.get("/senders/" + id);
        assertEquals(80, sender.getDouble("throughputPerSecond"));
        assertEquals(10_000, sender.getInt("messagingLimit"));
        assertEquals(ACCOUNT.portfolioId(), sender.getString("portfolioId"));
        program.patch("/senders/" + id, Map.of("throughputPerSecond", TRIED_PER_SECOND));
        return id;
    }

    private static long launch(Program program, long senderId) {
        assertEquals(
                ACCOUNT.templates().size(),
                program.act("/templates/sync", Map.of("senderId", senderId)).getInt("created"));
        long templateId = program.get("/templates?name=" + Templates.SALE).getLong("items[0].id");
        long groupId = program.create("/groups", Map.of("name", "Everyone"));
        program.importNew(people(0, PEOPLE), groupId, "OPTED_IN", SOON);
        program.importNew(people(PEOPLE, OPTED_OUT), groupId, "OPTED_OUT", SOON);

        long id = program.createCampaign(senderId, templateId, variables(), groupId);
        JsonPath preflight = program.act("/campaigns/" + id + "/preflight", Map.of());
        assertEquals("true " + PEOPLE, preflight.get("ready") + " " + preflight.get("audience.messageable"));
        program.act("/campaigns/" + id + "/launch", Map.of());
        return id;
    }

    private static Map<String, Object> variables() {
        return Map.of(
                "header.1", Map.of("path", "contact.name", "fallback", "friend"),
                "body.1", Map.of("path", "contact.name", "fallback", "friend"),
                "body.2", Map.of("value", "Pune"),
                "body.3", Map.of("path", "contact.attributes.days", "fallback", "0"),
                "button.1.url", Map.of("path", "contact.attributes.city", "fallback", "shop"));
    }

    private static String people(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(i -> "+9198%08d,Person %d,Pune,%d".formatted(20_000_000 + i * 7, i, i % 30))
                .collect(joining("\n", "phone,name,city,days\n", "\n"));
    }

    private static boolean isCompleted(Program program, long campaignId) {
        String state = program.state(campaignId);
        assertTrue(GOOD_STATES.contains(state), state);
        return state.equals("COMPLETED");
    }
}
