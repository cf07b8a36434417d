package io.tiercast.dispatch;

/**
 * A number's token bucket, on the monotonic clock. It starts empty, gives one token a request, and lets a late caller catch up
 * by at most 5 ms, so that no window of a second ever holds more than the rate. When Meta throttles us it slows down, and it
 * recovers step by step.
 */
final class Pace {

    /** What stays unused of the rate, against jitter between our clock and Meta's count: some messages in each second, and a share. */
    private static final double MARGIN_MESSAGES = 1.6;

    private static final double LEAST_MARGIN = 0.01;
    private static final double MOST_MARGIN = 0.02;

    /** The first requests of a process or a connection are slower on their way, so that those after them catch up. */
    private static final double COLD_SHARE = 0.9;

    private static final long COLD_NANOS = 2_000_000_000;

    private static final long CATCH_UP_NANOS = 5_000_000;
    private static final long SECOND_NANOS = 1_000_000_000;
    /** A day: a rate as small as you like must not run over the end of the clock. */
    private static final double LONGEST_NANOS = 86_400e9;

    private static final double SLOWER = 0.7;
    private static final double FASTER_PER_SECOND = 0.05;
    private static final double SLOWEST = 0.05;

    private double perSecond;
    private double share = 1;
    private final long coldUntil;
    private long nextToken;
    private long restUntil;
    private long lastThrottle;
    private long lastRecovery;

    /** @param perSecond the number's rate, messages per second */
    Pace(double perSecond, long now) {
        this.perSecond = perSecond;
        this.coldUntil = now + COLD_NANOS;
        this.nextToken = now + interval(now);
        this.restUntil = now;
        this.lastThrottle = now - SECOND_NANOS;
        this.lastRecovery = now;
    }

    /** Takes a token if there is one at this moment. */
    boolean take(long now) {
        if (now < nextToken) {
            return false;
        }
        nextToken = Math.max(nextToken, now - CATCH_UP_NANOS) + interval(now);
        return true;
    }

    /** Nanoseconds until the next token; 0 or less if there is one. */
    long untilNext(long now) {
        return nextToken - now;
    }

    /** Meta refused for speed: slower at once, but only once a second, since refusals come in bunches. */
    void throttled(long now) {
        lastRecovery = now;
        if (now - lastThrottle >= SECOND_NANOS) {
            lastThrottle = now;
            share = Math.max(SLOWEST, share * SLOWER);
        }
    }

    /** Meta wants nothing from this number for a while. */
    void rest(long now, long nanos) {
        throttled(now);
        restUntil = Math.max(restUntil, now + nanos);
        nextToken = Math.max(nextToken, restUntil);
    }

    boolean resting(long now) {
        return now < restUntil;
    }

    /** To be called at least about once a second: a quiet second makes it a little faster again. */
    void recover(long now) {
        double seconds = (now - lastRecovery) / (double) SECOND_NANOS;
        lastRecovery = now;
        if (now - lastThrottle >= SECOND_NANOS) {
            share = Math.min(1, share + FASTER_PER_SECOND * seconds);
        }
    }

    void rate(double messagesPerSecond) {
        perSecond = messagesPerSecond;
    }

    boolean slowedDown() {
        return share < 1;
    }

    /** Messages per second that it lets through just now. */
    double effectivePerSecond() {
        return perSecond * share;
    }

    private long interval(long now) {
        double margin = Math.max(LEAST_MARGIN, Math.min(MOST_MARGIN, MARGIN_MESSAGES / perSecond));
        double cold = now < coldUntil ? COLD_SHARE : 1;
        return (long) Math.min(LONGEST_NANOS, SECOND_NANOS / (effectivePerSecond() * (1 - margin) * cold));
    }
}
