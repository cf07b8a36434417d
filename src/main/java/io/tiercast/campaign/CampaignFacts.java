package io.tiercast.campaign;

import java.time.Instant;

/** What others may know of a campaign: where it stands and since when. */
public record CampaignFacts(
        long id,
        CampaignState state,
        Long senderId,
        Instant resumesAt,
        Instant startedAt,
        Instant finishedAt,
        Instant settledAt) {}
