package io.tiercast.message;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** The counts of one campaign at one moment. All are 0 until its audience is frozen; from then on the buckets add up to the total. */
public final class Counts {

    private final Map<MessageState, Long> buckets = new EnumMap<>(MessageState.class);
    private final long[] milestones = new long[5];
    private final long[] engagement = new long[4];
    private final Map<Integer, Long> failedByCode = new TreeMap<>();
    private final Map<SkipReason, Long> skippedByReason = new EnumMap<>(SkipReason.class);
    private final Map<Integer, Counts> variants = new TreeMap<>();
    private AudienceHash audienceHash;
    private long duplicates;
    private long version;

    void add(int variant, char kind, int key, long n) {
        add(kind, key, n);
        variants.computeIfAbsent(variant, ignored -> new Counts()).add(kind, key, n);
    }

    private void add(char kind, int key, long n) {
        switch (kind) {
            case TallySql.BUCKET -> buckets.merge(MessageState.of(key), n, Long::sum);
            case TallySql.MILESTONE -> milestones[key] += n;
            case TallySql.ENGAGEMENT -> engagement[key] += n;
            case TallySql.FAILED_BY -> addPositive(failedByCode, key, n);
            case TallySql.SKIPPED_BY -> addPositive(skippedByReason, SkipReason.of(key), n);
            case TallySql.DUPLICATE -> duplicates += n;
            case TallySql.DIGEST -> audienceHash = new AudienceHash(n);
            case TallySql.VERSION -> version += n;
            default -> throw new IllegalStateException("unknown kind of tally: " + kind);
        }
    }

    /** The counts of each of several texts, by its place in the campaign's content; empty where there is but one. */
    public Map<Integer, Counts> variants() {
        return variants.size() > 1 ? variants : Map.of();
    }

    public long in(MessageState state) {
        return buckets.getOrDefault(state, 0L);
    }

    /** How many are in any of these states. */
    public long in(MessageState first, MessageState... others) {
        long n = in(first);
        for (MessageState state : others) {
            n += in(state);
        }
        return n;
    }

    public long total() {
        return buckets.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Who ever got at least this far, also those who failed afterwards. */
    public long everAccepted() {
        return milestones[1];
    }

    public long everSent() {
        return milestones[2];
    }

    public long everDelivered() {
        return milestones[3];
    }

    public long everRead() {
        return milestones[4];
    }

    public long replied() {
        return engagement[1];
    }

    public long optedOut() {
        return engagement[2];
    }

    /** Who pressed a button of the message. */
    public long clicked() {
        return engagement[3];
    }

    /** Of the audience as it was frozen; null before. */
    public AudienceHash audienceHash() {
        return audienceHash;
    }

    /** Messages that reached a person more often than once: sent again although the first had arrived. */
    public long duplicates() {
        return duplicates;
    }

    public Map<Integer, Long> failedByCode() {
        return failedByCode;
    }

    public Map<SkipReason, Long> skippedByReason() {
        return skippedByReason;
    }

    /** Rises with every change of these counts. */
    public long version() {
        return version;
    }

    /** Whether something may still be sent: not tried yet, to be tried again, under way, or in doubt. */
    public boolean somethingToSend() {
        return in(MessageState.QUEUED, MessageState.SENDING, MessageState.DEFERRED, MessageState.IN_DOUBT) > 0;
    }

    /** Whether Meta still owes a final word on a message. */
    public boolean somethingToHear() {
        return in(MessageState.UNCONFIRMED, MessageState.HELD, MessageState.ACCEPTED, MessageState.SENT) > 0;
    }

    private static <K> void addPositive(Map<K, Long> counts, K key, long n) {
        if (n > 0) {
            counts.merge(key, n, Long::sum);
        }
    }
}
