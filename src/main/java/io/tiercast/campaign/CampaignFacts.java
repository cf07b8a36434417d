package io.tiercast.campaign;

import io.tiercast.message.SendingTime;
import java.time.Instant;

/**
 * What others may know of a campaign: where it stands and since when.
 *
 * @param category of its template; null before its audience is frozen
 * @param stopAt null: it has no end
 */
public record CampaignFacts(
        long id,
        CampaignState state,
        Long senderId,
        String category,
        Instant resumesAt,
        SendingTime sending,
        Instant stopAt,
        Instant startedAt,
        Instant finishedAt,
        Instant settledAt) {}
