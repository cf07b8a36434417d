package io.tiercast.sender;

import java.time.Instant;

/**
 * How much a number may still send, and how fast.
 *
 * @param messagingLimit distinct recipients in a rolling 24 h, of the whole portfolio; null: unlimited
 * @param usedLast24h how many of them are used
 * @param reserved how many are kept for utility and authentication
 * @param remaining null: unlimited
 * @param nextReleaseAt when the oldest recipients fall out of the 24 h; null if nothing is used
 * @param throughputPerSecond messages per second that the number is allowed
 * @param effectivePerSecond messages per second that it is held to just now
 */
public record SenderLimits(
        Integer messagingLimit,
        long usedLast24h,
        long reserved,
        Long remaining,
        Instant nextReleaseAt,
        double throughputPerSecond,
        double effectivePerSecond,
        LimitedBy limitedBy) {}
