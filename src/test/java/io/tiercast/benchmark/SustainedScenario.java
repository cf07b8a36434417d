package io.tiercast.benchmark;

import io.tiercast.benchmark.Installation.Sender;

/** Minutes at the speed that is promised, or a tenth more: 3,000 messages a second, and their three statuses each, ten to a call. */
record SustainedScenario(Sender sender, int minutes) implements Scenario {

    private static final int PER_SECOND = 3_000;

    /** A tenth more than promised, so that what a slow disk holds up for a moment can be made up for. */
    private static final double ALLOWED_PER_SECOND = PER_SECOND * 1.1;

    @Override
    public Table run(Installation at) {
        int recipients = (int) (ALLOWED_PER_SECOND * 60 * minutes);
        long people = at.group(recipients);
        at.pace(sender.id(), ALLOWED_PER_SECOND);
        CampaignTable table = new CampaignTable("3,000 messages a second for %d minutes".formatted(minutes));
        table.row("10 a call", new CampaignRun(at, sender).of(people, recipients, QuickSettings.withStatuses(10)));
        at.pace(sender.id(), CampaignRun.UNBOUND);
        return table.table();
    }
}
