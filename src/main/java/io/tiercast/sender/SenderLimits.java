package io.tiercast.sender;

import java.time.Duration;
import java.time.Instant;

/**
 * How much a number may still send, and how fast.
 *
 * @param messagingLimit distinct recipients in a rolling 24 h, of the whole portfolio; null: unlimited
 * @param usedLast24h how many of them are used
 * @param reserved how many are kept from marketing, for utility and authentication
 * @param remaining without those that are reserved; null: unlimited
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
        LimitedBy limitedBy) {

    private static final Duration DAY = Duration.ofHours(24);

    /**
     * The same for a campaign: from marketing alone something is kept, as by its claims.
     *
     * @param category of its template; null: not known yet
     */
    public SenderLimits of(String category) {
        boolean kept = remaining == null || category == null || category.equals("MARKETING");
        Long room = kept ? remaining : Long.valueOf(Math.max(0, messagingLimit - usedLast24h));
        return new SenderLimits(
                messagingLimit,
                usedLast24h,
                reserved,
                room,
                nextReleaseAt,
                throughputPerSecond,
                effectivePerSecond,
                limitedBy.within(room));
    }

    /**
     * About when so many messages to different people will be sent that begin then; null: nobody can tell. Whom the limit has no
     * room for waits for those to fall out who have it now.
     */
    public Instant finish(Instant begin, long messages, double perSecond) {
        boolean never = perSecond <= 0 || messagingLimit != null && messagingLimit <= 0;
        return never ? null : lastDay(begin, messages).plusMillis((long) (messages / perSecond * 1000));
    }

    /** When the last of them begin for whom there is room only then. */
    public Instant lastDay(Instant begin, long messages) {
        long later = messagingLimit == null ? 0 : messages - remaining;
        if (later <= 0) {
            return begin;
        }
        boolean full = remaining == 0 && nextReleaseAt != null;
        Instant second = full && nextReleaseAt.isAfter(begin) ? nextReleaseAt : full ? begin : begin.plus(DAY);
        return second.plus(DAY.multipliedBy((later - 1) / messagingLimit));
    }
}
