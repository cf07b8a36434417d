package io.tiercast.outside;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** Admits no more than so many in any second, wherever it begins. Exact: it remembers each one. */
public final class SlidingSecond {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final int limit;
    private final Deque<Long> admitted = new ArrayDeque<>();

    public SlidingSecond(int limit) {
        this.limit = limit;
    }

    public synchronized boolean admits() {
        long now = System.nanoTime();
        while (!admitted.isEmpty() && now - admitted.peekFirst() >= SECOND) {
            admitted.removeFirst();
        }
        if (admitted.size() >= limit) {
            return false;
        }
        admitted.addLast(now);
        return true;
    }
}
