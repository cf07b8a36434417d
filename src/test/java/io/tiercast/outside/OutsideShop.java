package io.tiercast.outside;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.tiercast.boot.TiercastProcess;
import io.tiercast.journey.Program;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** A business with an account at {@link OutsideMeta}: it connects its number, brings its people, launches campaigns, and compares. */
public final class OutsideShop {

    private static final Duration IMPORTED_WITHIN = Duration.ofMinutes(10);
    private static final String VERIFY_TOKEN = "outside-verify-token";
    private static final Map<String, Object> VARIABLES = Map.of(
            "header.1", Map.of("path", "contact.name", "fallback", "friend"),
            "body.1", Map.of("path", "contact.name", "fallback", "friend"),
            "body.2", Map.of("value", "Pune"),
            "body.3", Map.of("path", "contact.attributes.days", "fallback", "0"),
            "button.1.url", Map.of("path", "contact.attributes.city", "fallback", "shop"));

    private final Account account;
    private final Program program;

    /** At a business that has just installed the application. */
    public OutsideShop(OutsideMeta meta, Account account, TiercastProcess tiercast) {
        this(account, tiercast);
        meta.subscribe(tiercast.uri("/webhooks/meta"), VERIFY_TOKEN);
    }

    /** Whose provider is yet to be told where to call. */
    OutsideShop(Account account, TiercastProcess tiercast) {
        this.account = account;
        this.program = new Program(tiercast);
    }

    /** @param limit as Meta spells it, such as {@code TIER_10K} */
    public static Account account(String limit) {
        return account(limit, 0);
    }

    /** One of several businesses that have nothing in common. */
    static Account account(String limit, int which) {
        return new Account(
                Integer.toString(500600 + which),
                Integer.toString(900100 + which),
                Integer.toString(700800 + which),
                "outside-access-token",
                "outside-app-secret",
                "+91 22 5550 1111",
                limit,
                new CopyOnWriteArrayList<>(Templates.all()));
    }

    /** How the application is told of its Meta. */
    public static Map<String, String> environment(OutsideMeta meta, Account account) {
        return Map.of(
                "TIERCAST_META_BASE_URL", meta.baseUrl(),
                "TIERCAST_META_APP_SECRET", account.appSecret(),
                "TIERCAST_META_VERIFY_TOKEN", VERIFY_TOKEN);
    }

    public Program program() {
        return program;
    }

    /** @return the number, which sends at most so many messages a second, with its templates */
    public long connectSender(double perSecond) {
        long id = connectSender(perSecond, Map.of());
        assertEquals(
                account.templates().size(),
                program.act("/templates/sync", Map.of("senderId", id)).getInt("created"));
        return id;
    }

    /** @param more fields of the sender; @return the number, yet without templates */
    long connectSender(double perSecond, Map<String, ?> more) {
        Map<String, Object> sender = new HashMap<>(more);
        sender.put("name", "Outside");
        sender.put("phoneNumberId", account.phoneNumberId());
        sender.put("wabaId", account.wabaId());
        sender.put("accessToken", account.accessToken());
        long id = program.create("/senders", sender);
        program.patch("/senders/" + id, Map.of("throughputPerSecond", perSecond));
        return id;
    }

    public long group(String name) {
        return program.create("/groups", Map.of("name", name));
    }

    /** New people for a group, of whom none has been imported before. */
    public void bring(long groupId, int first, int count, String consent) {
        program.importNew(people(first, count), groupId, consent, IMPORTED_WITHIN);
    }

    /** Launches a campaign with every kind of variable to a group; all of it has to be ready. */
    public long launch(long senderId, long groupId, int messageable) {
        long templateId = program.get("/templates?name=" + Templates.SALE + "&senderId=" + senderId)
                .getLong("items[0].id");
        long id = program.createCampaign(senderId, templateId, VARIABLES, groupId);
        JsonPath preflight = program.act("/campaigns/" + id + "/preflight", Map.of());
        assertEquals("true " + messageable, preflight.get("ready") + " " + preflight.get("audience.messageable"));
        program.act("/campaigns/" + id + "/launch", Map.of());
        return id;
    }

    /** What came with a webhook is counted before it is answered: after the last one there is nothing to wait for. */
    public static void assertBooksAgree(Ledger ledger, JsonPath stats, int skipped) {
        Map<String, Integer> buckets = ledger.buckets();
        buckets.put("skipped", skipped);
        buckets.values().removeIf(n -> n == 0);
        Map<String, Integer> counted = new TreeMap<>(stats.<String, Integer>getMap("buckets"));
        counted.values().removeIf(n -> n == 0);
        assertEquals(buckets, counted);
        assertEquals(ledger.funnel(), new TreeMap<>(stats.<String, Integer>getMap("funnel")));
        assertEquals(ledger.failedByCode(), new TreeMap<>(stats.<String, Integer>getMap("failedByCode")));
    }

    /** Of the person that was or will be brought at this place. */
    public static String phone(int place) {
        return "+9198%08d".formatted(20_000_000 + place * 7);
    }

    private static String people(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(i -> "%s,Person %d,Pune,%d".formatted(phone(i), i, i % 30))
                .collect(joining("\n", "phone,name,city,days\n", "\n"));
    }
}
