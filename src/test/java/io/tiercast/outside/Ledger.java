package io.tiercast.outside;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Meta's own books: what came in and what became of it, kept apart from all that the application counts. */
public final class Ledger {

    record Accepted(String recipient, String wamid, String callback, Fate fate) {

        boolean reached(String status) {
            return fate.statuses().contains(status);
        }
    }

    private final List<Accepted> accepted = new ArrayList<>();
    private final Map<String, Integer> refused = new HashMap<>();
    private final Set<String> shaken = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private int throttled;

    synchronized void accepted(Accepted message) {
        accepted.add(message);
    }

    synchronized void refusedForGood(String recipient, int code) {
        refused.put(recipient, code);
    }

    synchronized void shaken(String recipient) {
        shaken.add(recipient);
    }

    synchronized void throttled() {
        throttled++;
    }

    synchronized void faulty(String fault) {
        faults.add(fault);
    }

    /** Messages that were accepted, whoever they were for. */
    public synchronized int acceptedCount() {
        return accepted.size();
    }

    /** Everyone who was written to, or for whom it was tried: fewer than the messages if someone was written to twice. */
    public synchronized int people() {
        Set<String> people = new HashSet<>(refused.keySet());
        accepted.forEach(message -> people.add(message.recipient()));
        return people.size();
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

    /** Requests that no right sender makes. */
    public synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    public synchronized int distinctCallbacks() {
        return (int) accepted.stream().map(Accepted::callback).distinct().count();
    }

    /** Where each accepted or refused message ended, by the names of the buckets. */
    public synchronized Map<String, Integer> buckets() {
        Map<String, Integer> buckets = new TreeMap<>(Map.of("sent", 0, "delivered", 0, "read", 0));
        buckets.put("failed", refused.size());
        for (Accepted message : accepted) {
            List<String> statuses = message.fate().statuses();
            buckets.merge(statuses.get(statuses.size() - 1), 1, Integer::sum);
        }
        return buckets;
    }

    /** How many got at least that far; who read has also had it delivered, whether that was reported or not. */
    public synchronized Map<String, Integer> funnel() {
        return new TreeMap<>(Map.of(
                "accepted", accepted.size(),
                "sent", reached("sent", "delivered", "read"),
                "delivered", reached("delivered", "read"),
                "read", reached("read")));
    }

    public synchronized Map<String, Integer> failedByCode() {
        Map<String, Integer> codes = new TreeMap<>();
        refused.values().forEach(code -> codes.merge(code.toString(), 1, Integer::sum));
        accepted.stream()
                .filter(message -> message.fate().failure() != null)
                .forEach(message -> codes.merge(message.fate().failure().toString(), 1, Integer::sum));
        return codes;
    }

    private int reached(String... statuses) {
        return (int) accepted.stream()
                .filter(message -> List.of(statuses).stream().anyMatch(message::reached))
                .count();
    }
}
