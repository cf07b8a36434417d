package io.tiercast.dispatch;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Meta takes one message in 6 s from a number to the same person. All that a number sends passes here, since only the owner of its
 * lease sends, so memory is enough: a successor begins later than that.
 */
final class PairGate {

    static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(6);

    /** By phone, in the order of sending. */
    private final Map<String, Long> lastSent = new LinkedHashMap<>();

    /** Whether this person may be written to now. */
    boolean open(String phone, long now) {
        Long last = lastSent.get(phone);
        return last == null || now - last >= PAUSE_NANOS;
    }

    void sent(String phone, long now) {
        forgetOld(now); // here, since not every message is asked about before
        lastSent.remove(phone); // put alone would leave it at its old place
        lastSent.put(phone, now);
    }

    /** It did not arrive, so it does not count. */
    void refused(String phone) {
        lastSent.remove(phone);
    }

    /** To how many people something was sent of late. */
    int remembered() {
        return lastSent.size();
    }

    private void forgetOld(long now) {
        Iterator<Long> times = lastSent.values().iterator();
        while (times.hasNext() && now - times.next() >= PAUSE_NANOS) {
            times.remove();
        }
    }
}
