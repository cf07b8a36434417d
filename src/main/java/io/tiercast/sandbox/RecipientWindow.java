package io.tiercast.sandbox;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The distinct recipients of the last 24 hours. In memory only while there is a limit; the database keeps them for the
 * next start. Whom a message does not reach takes no place, as with Meta, where only what is delivered counts.
 */
final class RecipientWindow {

    static final long SPAN_MILLIS = 24 * 3_600_000L;

    /** In order of the last message, so that those who leave the window are in front. */
    private final Map<Long, Long> lastAt = new LinkedHashMap<>();

    synchronized void load(Iterable<Map.Entry<Long, Long>> oldestFirst) {
        lastAt.clear();
        oldestFirst.forEach(entry -> lastAt.put(entry.getKey(), entry.getValue()));
    }

    /** @param takesPlace false for a message that will reach nobody */
    synchronized boolean admits(long recipient, int limit, boolean takesPlace, long nowMillis) {
        forgetExpired(nowMillis);
        boolean known = lastAt.remove(recipient) != null;
        if (!known && lastAt.size() >= limit) {
            return false;
        }
        if (known || takesPlace) {
            lastAt.put(recipient, nowMillis);
        }
        return true;
    }

    private void forgetExpired(long nowMillis) {
        Iterator<Long> oldest = lastAt.values().iterator();
        while (oldest.hasNext() && oldest.next() <= nowMillis - SPAN_MILLIS) {
            oldest.remove();
        }
    }
}
