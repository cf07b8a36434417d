package io.tiercast.outside;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Meta's own books: what came in and what became of it, kept apart from all that the application counts. Small enough for a
 * million recipients: numbers instead of texts, and counts instead of messages.
 */
public final class Ledger {

    private final OutsideSettings settings;
    private final Window window = new Window();
    private final Map<Long, Integer> acceptances = new HashMap<>();
    private final Set<Long> callbacks = new HashSet<>();
    private final Map<Long, Integer> refused = new HashMap<>();
    private final Set<Long> shaken = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<Mishap, Integer> mishaps = new EnumMap<>(Mishap.class);
    private final Map<String, Integer> buckets =
            new TreeMap<>(Map.of("sent", 0, "delivered", 0, "read", 0, "failed", 0));
    private final Map<String, Integer> funnel =
            new TreeMap<>(Map.of("accepted", 0, "sent", 0, "delivered", 0, "read", 0));
    private final Map<String, Integer> failedByCode = new TreeMap<>();
    private int accepted;
    private int throttled;

    Ledger(OutsideSettings settings) {
        this.settings = settings;
    }

    synchronized void accepted(String recipient, String callback) {
        Fate fate = Fate.of(settings, recipient);
        window.entered(recipient);
        accepted++;
        acceptances.merge(number(recipient), 1, Integer::sum);
        callbacks.add(fingerprint(callback));
        buckets.merge(fate.statuses().get(fate.statuses().size() - 1), 1, Integer::sum);
        climb(fate.statuses());
        if (fate.failure() != null) {
            failedByCode.merge(fate.failure().toString(), 1, Integer::sum);
        }
    }

    synchronized void refusedForGood(String recipient, int code) {
        if (refused.put(number(recipient), code) == null) {
            buckets.merge("failed", 1, Integer::sum);
            failedByCode.merge(Integer.toString(code), 1, Integer::sum);
        }
    }

    synchronized void shaken(String recipient) {
        shaken.add(number(recipient));
    }

    synchronized void throttled() {
        throttled++;
    }

    synchronized void faulty(String fault) {
        faults.add(fault);
    }

    synchronized void mishap(Mishap mishap) {
        mishaps.merge(mishap, 1, Integer::sum);
    }

    public Window window() {
        return window;
    }

    /** Messages that were accepted, whoever they were for. */
    public synchronized int acceptedCount() {
        return accepted;
    }

    /** Everyone who was written to, or for whom it was tried: fewer than the messages if someone was written to twice. */
    public synchronized int people() {
        return acceptances.size()
                + (int) refused.keySet().stream()
                        .filter(number -> !acceptances.containsKey(number))
                        .count();
    }

    /** Those to whom more than one message was accepted, and how many. */
    public synchronized Map<Long, Integer> doubled() {
        Map<Long, Integer> doubled = new TreeMap<>(acceptances);
        doubled.values().removeIf(n -> n == 1);
        return doubled;
    }

    public synchronized int refusedCount() {
        return refused.size();
    }

    /** Requests that were refused once for a reason that passes. */
    public synchronized int shakenCount() {
        return shaken.size();
    }

    public synchronized int throttledCount() {
        return throttled;
    }

    /** How many answers were lost on the line. */
    public synchronized int lost() {
        return mishaps.getOrDefault(Mishap.LOST, 0);
    }

    /** How many requests had each fate on the line. */
    public synchronized String mishaps() {
        return mishaps.toString();
    }

    /** Requests that no right sender makes. */
    public synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    public synchronized int distinctCallbacks() {
        return callbacks.size();
    }

    /** Where each accepted or refused message ended, by the names of the buckets. */
    public synchronized Map<String, Integer> buckets() {
        return new TreeMap<>(buckets);
    }

    /** How many got at least that far; who read has also had it delivered, whether that was reported or not. */
    public synchronized Map<String, Integer> funnel() {
        return new TreeMap<>(funnel);
    }

    public synchronized Map<String, Integer> failedByCode() {
        return new TreeMap<>(failedByCode);
    }

    private void climb(List<String> statuses) {
        boolean read = statuses.contains("read");
        boolean delivered = read || statuses.contains("delivered");
        boolean sent = delivered || statuses.contains("sent");
        funnel.merge("accepted", 1, Integer::sum);
        funnel.merge("sent", sent ? 1 : 0, Integer::sum);
        funnel.merge("delivered", delivered ? 1 : 0, Integer::sum);
        funnel.merge("read", read ? 1 : 0, Integer::sum);
    }

    private static long number(String phone) {
        return Long.parseLong(phone.substring(1));
    }

    /** 64 bits of it, so that no two of a million share one. */
    private static long fingerprint(String text) {
        long print = 1125899906842597L;
        for (int i = 0; i < text.length(); i++) {
            print = 31 * print + text.charAt(i);
            print ^= print >>> 29;
            print *= 0xbf58476d1ce4e5b9L;
        }
        return print;
    }
}
