package io.tiercast.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast a number sends, on the monotonic clock. Tokens come one by one at nearly its rate. Who is late for them, since the
 * machine was busy, makes up for it at twice the speed, but no second ever holds more than the rate: for that the
 * requests of the last second are remembered. When Meta throttles us it slows down, and it recovers step by step.
 */
final class Pace {

    /** Of the rate, where nobody is late; what the jitter leaves. */
    private static final double STEADY_SHARE = 0.98;

    /** A second of ours is that much longer, as two requests may take so differently long to Meta, which counts its own. */
    private static final long JITTER_NANOS = 20_000_000;

    /** The first requests of a process or a connection are slower on their way, so that those after them catch up. */
    private static final double COLD_SHARE = 0.9;

    private static final long COLD_NANOS = 2_000_000_000;

    /** Who is later than that had nothing to send, and begins anew. */
    private static final long CATCH_UP_NANOS = 250_000_000;

    private static final double CATCH_UP_SPEED = 2;

    /** Timers come late by some milliseconds; what is due goes out together. */
    private static final long BURST_NANOS = 5_000_000;

    private static final long SECOND_NANOS = 1_000_000_000;
    /** A day: a rate as small as you like must not run over the end of the clock. */
    private static final double LONGEST_NANOS = 86_400e9;

    private static final double SLOWER = 0.7;
    private static final double FASTER_PER_SECOND = 0.05;
    private static final double SLOWEST = 0.05;

    private final Deque<Long> lastSecond = new ArrayDeque<>();
    private double perSecond;
    private double share = 1;
    private final long coldUntil;
    private long nextToken;
    private long soonest;
    private long restUntil;
    private long lastThrottle;
    private long lastRecovery;

    /** @param perSecond the number's rate, messages per second */
    Pace(double perSecond, long now) {
        this.perSecond = perSecond;
        this.coldUntil = now + COLD_NANOS;
        this.nextToken = now + interval(now, STEADY_SHARE);
        this.soonest = now;
        this.restUntil = now;
        this.lastThrottle = now - SECOND_NANOS;
        this.lastRecovery = now;
    }

    /** Takes a token if there is one at this moment. */
    boolean take(long now) {
        if (untilNext(now) > 0) {
            return false;
        }
        nextToken = (now - nextToken > CATCH_UP_NANOS ? now : nextToken) + interval(now, STEADY_SHARE);
        soonest = Math.max(soonest, now - BURST_NANOS) + interval(now, CATCH_UP_SPEED);
        lastSecond.addLast(now);
        return true;
    }

    /** Nanoseconds until the next token; 0 or less if there is one. */
    long untilNext(long now) {
        return Math.max(Math.max(nextToken, soonest) - now, untilRoom(now));
    }

    private long untilRoom(long now) {
        double limit = perSecond * warmth(now);
        double most = Math.ceil(limit);
        long second = nanos(Math.max(1, most / limit)) + JITTER_NANOS;
        while (!lastSecond.isEmpty() && now - lastSecond.peekFirst() >= second) {
            lastSecond.removeFirst();
        }
        return lastSecond.size() < most ? 0 : lastSecond.peekFirst() + second - now;
    }

    /** Meta refused for speed: slower at once, but only once a second, since refusals come in bunches. */
    void throttled(long now) {
        lastRecovery = now;
        if (now - lastThrottle >= SECOND_NANOS) {
            lastThrottle = now;
            share = Math.max(SLOWEST, share * SLOWER);
            nextToken = Math.max(nextToken, now);
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

    private long interval(long now, double speed) {
        return nanos(1 / (effectivePerSecond() * speed * warmth(now)));
    }

    private double warmth(long now) {
        return now < coldUntil ? COLD_SHARE : 1;
    }

    private static long nanos(double seconds) {
        return (long) Math.min(LONGEST_NANOS, seconds * SECOND_NANOS);
    }
}
