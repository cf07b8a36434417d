package io.tiercast.sandbox;

import java.util.HashMap;
import java.util.Map;

/**
 * Messages a second per number. A bucket of a quarter of a second's worth: what is sent evenly always passes, what is sent
 * in bursts does not.
 */
final class ThroughputGate {

    private static final double BURST_SECONDS = 0.25;

    private static final class Bucket {
        double tokens;
        long asOf;
    }

    private final Map<String, Bucket> buckets = new HashMap<>();

    /** @param perSecond null: unlimited */
    synchronized boolean admits(String phoneNumberId, Integer perSecond, long nowMillis) {
        if (perSecond == null) {
            return true;
        }
        double capacity = Math.max(1, perSecond * BURST_SECONDS);
        Bucket bucket = buckets.computeIfAbsent(phoneNumberId, id -> full(capacity, nowMillis));
        double earned = (nowMillis - bucket.asOf) / 1_000.0 * perSecond;
        bucket.tokens = Math.min(capacity, bucket.tokens + Math.max(0, earned));
        bucket.asOf = nowMillis;
        if (bucket.tokens < 1) {
            return false;
        }
        bucket.tokens -= 1;
        return true;
    }

    private static Bucket full(double capacity, long nowMillis) {
        Bucket bucket = new Bucket();
        bucket.tokens = capacity;
        bucket.asOf = nowMillis;
        return bucket;
    }
}
