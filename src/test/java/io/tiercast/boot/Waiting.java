package io.tiercast.boot;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** For what happens soon, but not at once: asks again until it is so, or until the time is up. */
public final class Waiting {

    private static final Duration POLL = Duration.ofMillis(50);

    private Waiting() {}

    public static void until(String what, Duration limit, BooleanSupplier condition) {
        until(what, limit, POLL, condition);
    }

    /** For conditions that cost something to ask. */
    public static void until(String what, Duration limit, Duration poll, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited " + limit + " in vain for " + what);
            }
            LockSupport.parkNanos(poll.toNanos());
        }
    }
}
