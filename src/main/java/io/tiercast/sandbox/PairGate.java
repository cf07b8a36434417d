package io.tiercast.sandbox;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** One message in 6 s to the same recipient; up to 45 at once are lent, and paid back by waiting. */
final class PairGate {

    private static final long EACH_MILLIS = 6_000;
    private static final long LENT_MILLIS = 44 * EACH_MILLIS;

    private record Pair(String phoneNumberId, long recipient) {}

    /** When everything sent so far is paid back. In order of the last message, so that the settled ones are in front. */
    private final Map<Pair, Long> paidBackAt = new LinkedHashMap<>();

    synchronized boolean admits(String phoneNumberId, long recipient, long nowMillis) {
        forgetSettled(nowMillis);
        Pair pair = new Pair(phoneNumberId, recipient);
        long from = Math.max(nowMillis, paidBackAt.getOrDefault(pair, 0L));
        if (from - nowMillis > LENT_MILLIS) {
            return false;
        }
        paidBackAt.remove(pair);
        paidBackAt.put(pair, from + EACH_MILLIS);
        return true;
    }

    synchronized void forgetAll() {
        paidBackAt.clear();
    }

    private void forgetSettled(long nowMillis) {
        Iterator<Long> oldest = paidBackAt.values().iterator();
        while (oldest.hasNext() && oldest.next() <= nowMillis) {
            oldest.remove();
        }
    }
}
