package io.tiercast.dispatch;

/**
 * A number's token bucket, on the monotonic clock. It starts empty, gives one token a request, and lets a late caller catch up
 * by at most 5 ms, so that no window of a second ever holds more than the rate. When Meta throttles us it slows down, and it
 * recovers step by step.
 */
final class Pace {

    /** What stays unused of the rate, against jitter between our clock and Meta's count. */
    private static final double MARGIN = 0.01;

    private static final long CATCH_UP_NANOS = 5_000_000;
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final double SLOWER = 0.7;
    private static final double FASTER_PER_SECOND = 0.05;
    private static final double SLOWEST = 0.05;

    private double perSecond;
    private double share = 1;
    private long nextToken;
    private long restUntil;
    private long lastThrottle;
    private long lastRecovery;

    /** @param perSecond the number's rate, messages per second */
    Pace(double perSecond, long now) {
        this.perSecond = perSecond;
        this.nextToken = now + interval();
        this.restUntil = now;
        this.lastThrottle = now - SECOND_NANOS;
        this.lastRecovery = now;
    }

    /** Takes a token if there is one at this moment. */
    boolean take(long now) {
        if (now < nextToken) {
            return false;
        }
        nextToken = Math.max(nextToken, now - CATCH_UP_NANOS) + interval();
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

    /** To be called about once a second: a quiet second makes it a little faster again. */
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

    private long interval() {
        return (long) (SECOND_NANOS / (effectivePerSecond() * (1 - MARGIN)));
    }
}
