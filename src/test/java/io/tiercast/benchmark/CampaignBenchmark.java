package io.tiercast.benchmark;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.tiercast.boot.TiercastProcess;
import io.tiercast.boot.Waiting;
import io.tiercast.journey.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast, how big, how soon: a campaign through the built-in sandbox with its rate lifted and a sent, a delivered and a read
 * for everybody. Run by {@code ./mvnw verify -Pbenchmark}; appends what it saw to docs/benchmarks.md. Nothing fails for being slow.
 */
class CampaignBenchmark {

    private static final int RECIPIENTS = Integer.getInteger("benchmark.recipients", 100_000);
    private static final int LOOP_MESSAGES = RECIPIENTS / 5;
    private static final int STARTS = 3;
    private static final Duration LIMIT = Duration.ofMinutes(20);

    @TempDir
    Path folder;

    @Test
    void aCampaignThroughTheSandbox() {
        try (TiercastProcess tiercast = new TiercastProcess(folder, Map.of("TIERCAST_DEMO_DATA", "false")).start()) {
            Program program = new Program(tiercast);
            lift(program);
            long senderId = connectSender(program);
            JsonPath template = template(program, senderId);
            double imported = importPeople(program);

            double loop = plainLoop(program, template);
            double campaign = campaign(program, senderId, template);
            Memory memory = Memory.of(tiercast.pid());
            tiercast.terminate();

            new Report(RECIPIENTS, campaign, loop, imported, medianStart(tiercast), memory).write();
        }
    }

    /** Everything that slows the sandbox down on purpose, off; everybody reads. */
    private static void lift(Program program) {
        Map<String, Object> knobs = new HashMap<>(program.get("/sandbox").getMap("knobs"));
        knobs.replaceAll((knob, value) -> knob.endsWith("Share") ? 0 : value);
        knobs.put("readShare", 1);
        knobs.put("throughputPerSecond", null);
        knobs.put("messagingLimit", null);
        knobs.put("pairLimit", false);
        knobs.put("latencyMillis", 5);
        knobs.put("statusDelayMillis", Map.of("sent", 100, "delivered", 100, "read", 100));
        program.put("/sandbox", knobs);
    }

    private static long connectSender(Program program) {
        JsonPath sandbox = program.get("/sandbox");
        long id = program.create(
                "/senders",
                Map.of(
                        "name", "Benchmark",
                        "phoneNumberId", sandbox.getString("account.numbers[0].phoneNumberId"),
                        "wabaId", sandbox.getString("account.wabaId"),
                        "accessToken", sandbox.getString("account.accessToken")));
        program.patch("/senders/" + id, Map.of("throughputPerSecond", 1_000_000));
        return id;
    }

    /** The first that can be sent and whose variables are all texts that count through: the loop must be able to fill it, too. */
    private static JsonPath template(Program program, long senderId) {
        program.act("/templates/sync", Map.of("senderId", senderId));
        List<Map<String, Object>> templates = program.get("/templates?status=APPROVED&category=MARKETING&limit=200")
                .getList("items");
        Number id = (Number) templates.stream()
                .filter(CampaignBenchmark::isPlain)
                .findFirst()
                .orElseThrow()
                .get("id");
        return program.get("/templates/" + id);
    }

    private static boolean isPlain(Map<String, Object> template) {
        List<?> variables = (List<?>) template.get("variables");
        return !variables.isEmpty()
                && variables.stream()
                        .allMatch(v -> ((Map<?, ?>) v).get("key").toString().matches(PlainLoop.TEXT_KEY));
    }

    private static double importPeople(Program program) {
        long groupId = program.create("/groups", Map.of("name", "Everyone"));
        long start = System.nanoTime();
        program.importNew(
                IntStream.range(0, RECIPIENTS)
                        .mapToObj(i -> "+9190%08d,Person %d,Pune".formatted(i, i))
                        .collect(joining("\n", "phone,name,city\n", "\n")),
                groupId,
                "OPTED_IN",
                LIMIT);
        return RECIPIENTS / secondsSince(start);
    }

    /** What one gets who writes a loop: no audience, no record of what was sent, nothing counted. Up to the last webhook. */
    private static double plainLoop(Program program, JsonPath template) {
        JsonPath sandbox = program.get("/sandbox");
        long start = System.nanoTime();
        try (PlainLoop loop = new PlainLoop(program.tiercast(), sandbox, template)) {
            loop.send(LOOP_MESSAGES);
        }
        System.out.printf(
                "Plain loop: %d messages accepted, %.0f/s%n", LOOP_MESSAGES, LOOP_MESSAGES / secondsSince(start));
        Waiting.until(
                "the loop's webhooks", LIMIT, () -> program.get("/sandbox").getLong("ledger.pending") == 0);
        double rate = LOOP_MESSAGES / secondsSince(start);
        System.out.printf("Plain loop: %d messages with their webhooks, %.0f/s%n", LOOP_MESSAGES, rate);
        return rate;
    }

    private static double campaign(Program program, long senderId, JsonPath template) {
        Map<String, Object> variables = new HashMap<>();
        template.<String>getList("variables.key")
                .forEach(key -> variables.put(key, Map.of("path", "contact.name", "fallback", "friend")));
        long groupId = program.get("/groups").getLong("items[0].id");
        long id = program.createCampaign(senderId, template.getLong("id"), variables, groupId);
        long start = System.nanoTime();
        program.act("/campaigns/" + id + "/launch", Map.of());
        Progress progress = new Progress(start);
        Waiting.until("the last status", LIMIT, () -> progress.shows(program.stats(id)) == RECIPIENTS);
        double rate = RECIPIENTS / secondsSince(start);
        assertEquals(RECIPIENTS, program.get("/sandbox").getLong("ledger.accepted") - LOOP_MESSAGES);
        return rate;
    }

    private static double medianStart(TiercastProcess tiercast) {
        List<Double> starts = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            long start = System.nanoTime();
            tiercast.start();
            starts.add(secondsSince(start));
            tiercast.terminate();
        }
        return starts.stream().sorted().toList().get(STARTS / 2);
    }

    static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
