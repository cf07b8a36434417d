package io.tiercast.benchmark;

import io.tiercast.benchmark.Installation.Sender;

/** Sending with nobody reporting anything. */
record DispatchScenario(Sender sender, int recipients) implements Scenario {

    @Override
    public Table run(Installation at) {
        CampaignTable table = new CampaignTable("Dispatch alone");
        CampaignRun run = new CampaignRun(at, sender);
        table.row("no statuses", run.of(at.group(recipients), recipients, QuickSettings.dispatchAlone()));
        return table.table();
    }
}
