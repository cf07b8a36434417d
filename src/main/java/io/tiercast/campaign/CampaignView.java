package io.tiercast.campaign;

import io.tiercast.message.Counts;
import io.tiercast.message.MessageState;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A campaign as the API shows it.
 *
 * @param startsAt when a scheduled campaign starts
 * @param total distinct persons of its audience; 0 until that is frozen
 * @param audienceHash tells who is in the frozen audience from who else might be; null until it is frozen
 * @param buckets how many of them stand where; they add up to {@code total}
 */
public record CampaignView(
        long id,
        String name,
        CampaignState state,
        StateReason stateReason,
        List<Long> senderIds,
        List<Plan.Content> content,
        Plan.Audience audience,
        Plan.Schedule schedule,
        Plan.Delivery delivery,
        List<String> labels,
        String externalId,
        long total,
        String audienceHash,
        Map<String, Long> buckets,
        String createdBy,
        String launchedBy,
        Instant createdAt,
        Instant updatedAt,
        Instant launchedAt,
        Instant startsAt,
        Instant startedAt,
        Instant finishedAt,
        Instant settledAt) {

    static CampaignView of(Campaign campaign, Counts counts) {
        Plan plan = campaign.plan;
        return new CampaignView(
                campaign.id,
                campaign.name,
                campaign.state,
                campaign.stateReason,
                plan.senderIds(),
                plan.content(),
                plan.audience(),
                plan.schedule(),
                plan.delivery(),
                List.of(campaign.labels),
                campaign.externalId,
                counts.total(),
                Objects.toString(counts.audienceHash(), null),
                buckets(counts),
                campaign.createdBy,
                campaign.launchedBy,
                campaign.createdAt,
                campaign.updatedAt,
                campaign.launchedAt,
                campaign.launchesAt,
                campaign.startedAt,
                campaign.finishedAt,
                campaign.settledAt);
    }

    private static Map<String, Long> buckets(Counts counts) {
        Map<String, Long> buckets = new LinkedHashMap<>();
        Arrays.stream(MessageState.values()).forEach(state -> buckets.put(state.bucket(), counts.in(state)));
        return buckets;
    }
}
