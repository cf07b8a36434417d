package io.tiercast.benchmark;

import io.tiercast.benchmark.Installation.Sender;

/** Minutes at the speed that is promised: 3,000 messages a second, and their three statuses each, ten to a call. */
record SustainedScenario(Sender sender, int minutes) implements Scenario {

    private static final int PER_SECOND = 3_000;

    /** What stays unused of a number's rate is added, so that the promise itself is what is sent. */
    private static final double ALLOWED_PER_SECOND = PER_SECOND / 0.975;

    @Override
    public Table run(Installation at) {
        int recipients = PER_SECOND * 60 * minutes;
        long people = at.group(recipients);
        at.pace(sender.id(), ALLOWED_PER_SECOND);
        CampaignTable table = new CampaignTable("3,000 messages a second for %d minutes".formatted(minutes));
        table.row("10 a call", new CampaignRun(at, sender).of(people, recipients, QuickSettings.withStatuses(10)));
        at.pace(sender.id(), CampaignRun.UNBOUND);
        return table.table();
    }
}
