package io.tiercast.benchmark;

import io.tiercast.benchmark.Installation.Sender;
import java.util.Arrays;

/**
 * The same campaign among ever more old messages, which lie in the same partition. Millions of rows: -Dbenchmark.growth=1,10,50;
 * 50 million take about 20 GB and some twenty minutes to make.
 */
record GrowthScenario(Sender sender, int recipients) implements Scenario {

    private static final int CAMPAIGN = 1_000_000;
    private static final int FIRST_ID = 800;

    /** A message of long ago that was read, with one line of the log. */
    private static final String MESSAGES = """
            insert into message (campaign_id, seq, contact_id, state, attempt, t_accepted, t_sent, t_delivered, t_read, t_tried)
            select ?, n, n, 11, 1, at, at, at, at, at
            from generate_series(1, ?) n cross join (select now() - interval '2 days' as at) past
            """;

    private static final String LOG = """
            insert into status_log (at, meta_at, campaign_id, seq, attempt, status, wamid, wa_id, user_id, pricing)
            select at, at, ?, n, 1, 11, 'wamid.O' || n, '91' || 7000000000 + n, 'IN.91' || 7000000000 + n,
              '{"type":"regular","billable":true,"category":"marketing","pricing_model":"PMP"}'
            from generate_series(1, ?) n cross join (select now() - interval '2 days' as at) past
            """;

    @Override
    public Table run(Installation at) {
        CampaignTable table = new CampaignTable("Among old messages, with all three statuses at 100 a call");
        int campaigns = 0;
        for (int millions : millions()) {
            for (; campaigns < millions; campaigns++) {
                prefill(at, FIRST_ID + campaigns);
            }
            at.change("vacuum analyze message");
            at.change("checkpoint");
            QuickSettings settings = QuickSettings.withStatuses(100);
            Seen seen = new CampaignRun(at, sender).of(at.group(recipients), recipients, settings);
            table.row(millions + " million", seen);
        }
        return table.table();
    }

    private static int[] millions() {
        return Arrays.stream(System.getProperty("benchmark.growth", "1,10").split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static void prefill(Installation at, int campaign) {
        Installation.say("Old messages: %,d of campaign %d ...", CAMPAIGN, campaign);
        at.change(MESSAGES, campaign, CAMPAIGN);
        at.change(LOG, campaign, CAMPAIGN);
    }
}
