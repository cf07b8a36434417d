package io.tiercast.campaign;

import java.time.Instant;

/**
 * What others may know of a campaign: where it stands and since when.
 *
 * @param category of its template; null before its audience is frozen
 */
public record CampaignFacts(
        long id,
        CampaignState state,
        Long senderId,
        String category,
        Instant resumesAt,
        Instant startedAt,
        Instant finishedAt,
        Instant settledAt) {}
