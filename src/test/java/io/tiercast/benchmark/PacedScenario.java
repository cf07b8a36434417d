package io.tiercast.benchmark;

import io.tiercast.benchmark.Installation.Sender;

/** One number at the rates that Meta gives, for half a minute; Meta counts exactly and refuses what is too much. */
record PacedScenario(Sender sender) implements Scenario {

    private static final int SECONDS = 30;

    @Override
    public Table run(Installation at) {
        Table table = new Table("One number at its rate", "", "messages/s", "% of the rate", "refused by Meta");
        for (int rate : new int[] {80, 1_000}) {
            at.pace(sender.id(), rate);
            Seen seen = paced(at, rate);
            double used = 100 * seen.messagesPerSecond() / rate;
            table.row(rate + "/s", seen.messagesPerSecond(), used, seen.throttled());
        }
        at.pace(sender.id(), CampaignRun.UNBOUND);
        return table;
    }

    private Seen paced(Installation at, int rate) {
        int recipients = rate * SECONDS;
        QuickSettings settings = QuickSettings.withStatuses(10).admitting(rate);
        return new CampaignRun(at, sender).of(at.group(recipients), recipients, settings);
    }
}
