package io.tiercast.benchmark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tiercast.benchmark.Installation.Sender;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast the engine is, and what binds it. Run by {@code ./mvnw verify -Pbenchmark}; appends what it saw to docs/benchmarks.md.
 * Nothing fails for being slow, only for counting wrong.
 */
class EngineBenchmark {

    private static final int RECIPIENTS = Integer.getInteger("benchmark.recipients", 100_000);
    private static final int AUDIENCE = Integer.getInteger("benchmark.audience", RECIPIENTS);
    private static final int PEOPLE = Integer.getInteger("benchmark.people", 1_000_000);
    private static final int EVENTS = Integer.getInteger("benchmark.events", 10_000_000);
    private static final int MINUTES = Integer.getInteger("benchmark.minutes", 10);
    private static final String ONLY = System.getProperty("benchmark.only", "");
    private static final int WARM_UP = 20_000;

    @TempDir
    Path folder;

    @Test
    void theEngine() {
        try (Installation at = new Installation(folder)) {
            Sender sender = at.connect(QuickMeta.UNLIMITED, CampaignRun.UNBOUND);
            Map<String, Scenario> scenarios = scenarios(sender);
            List<String> chosen = ONLY.isEmpty()
                    ? List.of("loop,dispatch,statuses,ingestion,paced,window,freezing".split(","))
                    : List.of(ONLY.split(","));
            assertTrue(scenarios.keySet().containsAll(chosen), "benchmark.only knows " + scenarios.keySet());
            warmUp(at, sender);
            Page page = new Page(RECIPIENTS);
            chosen.forEach(name -> page.add(scenarios.get(name).run(at)));
        }
    }

    /** What is measured is the application after its first minute, not how Java compiles it. */
    private static void warmUp(Installation at, Sender sender) {
        long group = at.group(2 * Math.max(RECIPIENTS, AUDIENCE), WARM_UP);
        new CampaignRun(at, sender).of(group, WARM_UP, QuickSettings.withStatuses(10));
    }

    private static Map<String, Scenario> scenarios(Sender sender) {
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        scenarios.put("loop", new LoopScenario(RECIPIENTS));
        scenarios.put("dispatch", new DispatchScenario(sender, RECIPIENTS));
        scenarios.put("statuses", new StatusesScenario(sender, RECIPIENTS));
        scenarios.put("ingestion", new IngestionScenario(sender, RECIPIENTS));
        scenarios.put("paced", new PacedScenario(sender));
        scenarios.put("window", new WindowScenario(sender, Math.min(RECIPIENTS, 90_000)));
        scenarios.put("freezing", new FreezingScenario(sender, AUDIENCE));
        scenarios.put("growth", new GrowthScenario(sender, RECIPIENTS));
        scenarios.put("sustained", new SustainedScenario(sender, MINUTES));
        scenarios.put("import", new ImportScenario(PEOPLE));
        scenarios.put("segments", new SegmentsScenario(PEOPLE, EVENTS));
        return scenarios;
    }
}
