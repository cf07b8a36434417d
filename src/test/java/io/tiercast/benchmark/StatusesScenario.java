package io.tiercast.benchmark;

import io.tiercast.benchmark.Installation.Sender;

/** Sending while everybody's sent, delivered and read come in. */
record StatusesScenario(Sender sender, int recipients) implements Scenario {

    @Override
    public Table run(Installation at) {
        CampaignTable table = new CampaignTable("Dispatch with all three statuses");
        CampaignRun run = new CampaignRun(at, sender);
        for (int perCall : new int[] {100, 10, 1}) {
            QuickSettings settings = QuickSettings.withStatuses(perCall);
            table.row(perCall + " a call", run.of(at.group(recipients), recipients, settings));
        }
        return table.table();
    }
}
