package io.tiercast.stats;

import io.tiercast.campaign.CampaignState;
import io.tiercast.message.SkipReason;
import io.tiercast.sender.LimitedBy;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A campaign's counts at one moment.
 *
 * @param total distinct persons of the audience, the skipped included; 0 until it is frozen whole
 * @param version rises with every change of the counts
 * @param buckets where each of them stands; they always add up to {@code total}
 * @param variants the same counts for each of several texts, in the order of the campaign's content; empty where there is but one
 * @param duplicates messages that reached a person more often than once, because the first was given up too early
 * @param ratePerSecond messages that Meta accepted per second, over the last seconds
 * @param estimatedFinishAt null when nothing is left to send or nobody can tell
 * @param settledAt when nothing more was expected from Meta
 */
public record StatsView(
        long campaignId,
        CampaignState state,
        long total,
        long version,
        Map<String, Long> buckets,
        Funnel funnel,
        Engagement engagement,
        Map<Integer, Long> failedByCode,
        Map<SkipReason, Long> skippedByReason,
        List<Variant> variants,
        long duplicates,
        double ratePerSecond,
        LimitedBy limitedBy,
        Instant estimatedFinishAt,
        Instant startedAt,
        Instant finishedAt,
        Instant settledAt,
        Instant asOf) {

    /** Who ever got at least that far, also those who failed afterwards. */
    public record Funnel(long accepted, long sent, long delivered, long read) {}

    /** @param variant place of its text in the campaign's content, from 0 */
    public record Variant(
            int variant,
            long total,
            Map<String, Long> buckets,
            Funnel funnel,
            Engagement engagement,
            Map<Integer, Long> failedByCode,
            Map<SkipReason, Long> skippedByReason) {}

    /** @param clicked those of the replied who pressed a button */
    public record Engagement(long replied, long clicked, long optedOut) {}

    /** Whether it says the same as another, whenever it was asked. */
    boolean saysTheSame(StatsView other) {
        return other != null && at(null).equals(other.at(null));
    }

    private StatsView at(Instant moment) {
        return new StatsView(
                campaignId,
                state,
                total,
                version,
                buckets,
                funnel,
                engagement,
                failedByCode,
                skippedByReason,
                variants,
                duplicates,
                ratePerSecond,
                limitedBy,
                estimatedFinishAt,
                startedAt,
                finishedAt,
                settledAt,
                moment);
    }
}
