package io.tiercast.benchmark;

import io.restassured.path.json.JsonPath;

/** One line a second on how far the campaign is. */
final class Progress {

    private final long start;
    private double said;

    Progress(long start) {
        this.start = start;
    }

    /** @return how many have read */
    long shows(JsonPath stats) {
        double seconds = CampaignBenchmark.secondsSince(start);
        long read = stats.getLong("funnel.read");
        if (seconds - said >= 1 || (read > 0 && read == stats.getLong("total"))) {
            said = seconds;
            System.out.printf(
                    "%6.1f s: accepted %d, sent %d, delivered %d, read %d of %d%n",
                    seconds,
                    stats.getLong("funnel.accepted"),
                    stats.getLong("funnel.sent"),
                    stats.getLong("funnel.delivered"),
                    read,
                    stats.getLong("total"));
        }
        return read;
    }
}
