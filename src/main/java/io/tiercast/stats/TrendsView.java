package io.tiercast.stats;

import java.time.LocalDate;
import java.util.List;

/**
 * What campaigns reached, by the day on which they started.
 *
 * @param now all of the days together
 * @param before as many days before them
 * @param days the oldest first; also those on which nothing started
 */
public record TrendsView(Totals now, Totals before, List<Day> days) {

    public record Day(LocalDate day, Totals totals) {}

    /**
     * @param sent who ever got at least that far, as of {@code delivered} and {@code read}
     * @param failed refused, not delivered, or not within the time to live
     */
    public record Totals(
            long campaigns, long sent, long delivered, long read, long failed, long replied, long optedOut) {

        static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0);

        Totals plus(Totals other) {
            return new Totals(
                    campaigns + other.campaigns,
                    sent + other.sent,
                    delivered + other.delivered,
                    read + other.read,
                    failed + other.failed,
                    replied + other.replied,
                    optedOut + other.optedOut);
        }
    }
}
