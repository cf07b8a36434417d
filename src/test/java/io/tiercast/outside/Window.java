package io.tiercast.outside;

import java.util.HashSet;
import java.util.Set;

/** Whom Meta counts in the rolling 24 hours of the portfolio, from acceptance until it reports a failure or a day has passed. */
public final class Window {

    private final Set<String> inside = new HashSet<>();
    private int peak;

    synchronized void entered(String recipient) {
        inside.add(recipient);
        peak = Math.max(peak, inside.size());
    }

    synchronized void left(String recipient) {
        inside.remove(recipient);
    }

    public synchronized void aDayPasses() {
        inside.clear();
    }

    public synchronized int used() {
        return inside.size();
    }

    /** The most that there ever were at once. */
    public synchronized int peak() {
        return peak;
    }
}
