package io.tiercast.benchmark;

import io.tiercast.benchmark.Installation.Sender;
import java.util.Map;

/** From the launch to an audience that stands, with every recipient's parameters; nothing of it is sent. */
record FreezingScenario(Sender sender, int audience) implements Scenario {

    private static final int TIMES = 3;

    @Override
    public Table run(Installation at) {
        Table table = new Table("Freezing an audience", "", "recipients", "seconds", "recipients/s");
        CampaignRun run = new CampaignRun(at, sender);
        long group = at.group(audience);
        for (int i = 1; i <= TIMES; i++) {
            double seconds = freeze(at, run, group);
            table.row("launch " + i, audience, seconds, audience / seconds);
        }
        return table;
    }

    private double freeze(Installation at, CampaignRun run, long group) {
        at.pace(sender.id(), 1);
        long start = System.nanoTime();
        long id = run.launch(group);
        run.awaitFrozen(id);
        double seconds = (System.nanoTime() - start) / 1e9;
        at.program().act("/campaigns/" + id + "/cancel", Map.of());
        run.awaitCancelled(id);
        at.pace(sender.id(), CampaignRun.UNBOUND);
        return seconds;
    }
}
