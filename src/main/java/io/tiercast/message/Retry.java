package io.tiercast.message;

import java.time.Duration;

/**
 * When and how often a message is tried again. The pause grows with the tries that count, and some jitter is added, so that what
 * was refused together does not come back together.
 *
 * @param pause the least time before the next try
 * @param growth by this factor the pause grows with each try that counted
 * @param limit what ends it
 * @param most with {@link Limit#TRIES}: this many in all, then it has failed
 */
public record Retry(Duration pause, int growth, Limit limit, int most) {

    /** What ends the tries. The codes are known to the statement that counts them. */
    public enum Limit {
        /** Nothing, and the try does not count: the message itself was never looked at. */
        UNCOUNTED,
        /** Nothing but time: tries count, and make the pause grow. */
        NONE,
        /** A number of tries. */
        TRIES,
        /** The days that the campaign gives. */
        DAYS
    }

    public static Retry uncounted(Duration pause) {
        return new Retry(pause, 1, Limit.UNCOUNTED, 0);
    }

    public static Retry growing(Duration pause, int growth, Integer most) {
        return most == null ? new Retry(pause, growth, Limit.NONE, 0) : new Retry(pause, growth, Limit.TRIES, most);
    }

    public static Retry daily(Duration pause) {
        return new Retry(pause, 1, Limit.DAYS, 0);
    }
}
