package io.tiercast.outside;

import java.time.Duration;

/**
 * How this Meta behaves.
 *
 * @param seed decides who gets which fate; the same seed, the same fates
 * @param latency the most that an answer takes
 * @param throughputPerSecond requests a second that are admitted; those beyond get 130429
 * @param statusDelay the most that a status is held back; being drawn anew for each, it shuffles them
 * @param statusesPerPost the most that one webhook carries
 * @param shares of fates
 * @param mishaps of the line between us
 */
public record OutsideSettings(
        long seed,
        Duration latency,
        int throughputPerSecond,
        Duration statusDelay,
        int statusesPerPost,
        Shares shares,
        Mishaps mishaps) {

    /**
     * Out of a thousand recipients; the rest read.
     *
     * @param refused at once, for good
     * @param shaken refused at the first attempt for a reason that passes, then treated like all others
     * @param failed accepted, then reported as failed; every second one of them after it was sent
     * @param sentOnly never delivered, and no word about it
     * @param deliveredOnly read receipts are off
     */
    public record Shares(int refused, int shaken, int failed, int sentOnly, int deliveredOnly) {}

    /**
     * Out of a thousand requests. After each of them the sender cannot know whether its message was accepted.
     *
     * @param lost accepted, but the connection ends instead of an answer
     * @param cut the connection ends before the request is read
     * @param garbled accepted, and answered with something that is no answer
     * @param turnedAway not accepted, and answered by some proxy on the way
     */
    public record Mishaps(int lost, int cut, int garbled, int turnedAway) {

        public static final Mishaps NONE = new Mishaps(0, 0, 0, 0);
    }
}
