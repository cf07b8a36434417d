package io.tiercast.sandbox;

/** Chance that is no chance: every figure follows from the seed and the recipient alone. */
record Draws(long seed, long recipient) {

    /** What is drawn for; one figure each, so that turning one knob leaves all other draws as they were. */
    enum Of {
        FAILURE,
        FAILURE_CODE,
        SENT_BEFORE_FAILURE,
        DELIVERY,
        READING,
        READ_AT_ONCE,
        REPLY,
        REPLY_WORDS,
        STOP,
        DUPLICATE,
        DUPLICATED,
        DISORDER,
        LOST_ANSWER,
        SENT_DELAY,
        DELIVERED_DELAY,
        READ_DELAY,
        REPLY_DELAY
    }

    boolean hits(Of what, double share) {
        return figure(what) < share;
    }

    /** One of the indexes 0 to {@code n - 1}. */
    int index(Of what, int n) {
        return (int) (figure(what) * n);
    }

    /** Between half and one and a half of the mean. */
    long around(Of what, long mean) {
        return Math.round(mean * (0.5 + figure(what)));
    }

    /** Evenly spread over 0 (inclusive) to 1 (exclusive), by the finaliser of SplitMix64. */
    double figure(Of what) {
        long z = mix(seed + 0x9E3779B97F4A7C15L * (what.ordinal() + 1)) ^ recipient;
        return (mix(z * 0x9E3779B97F4A7C15L) >>> 11) * 0x1p-53;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
