package io.tiercast.benchmark;

import io.tiercast.benchmark.Installation.Sender;

/** What it costs to count the recipients of 24 hours: a portfolio with a limit beside one without. */
record WindowScenario(Sender unlimited, int recipients) implements Scenario {

    @Override
    public Table run(Installation at) {
        CampaignTable table =
                new CampaignTable("Window of 24 hours, %,d recipients, dispatch alone".formatted(recipients));
        Sender limited = at.connect(QuickMeta.LIMITED, CampaignRun.UNBOUND);
        table.row("no limit", run(at, unlimited));
        table.row("limit 100,000", run(at, limited));
        table.row("the same people again", run(at, limited));
        return table.table();
    }

    private Seen run(Installation at, Sender sender) {
        return new CampaignRun(at, sender).of(at.group(recipients), recipients, QuickSettings.dispatchAlone());
    }
}
