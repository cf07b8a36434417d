package io.tiercast.message;

import io.tiercast.message.Retry.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * The message tables and the window as plain objects, with every operation atomic: what the statements mean, without a database.
 * A simulation can play thousands of histories on it; {@link ModelStoreTest} holds it equal to the statements.
 */
public final class ModelStore {

    private static final int WINDOW_MINUTES = 24 * 60 + 5;

    /** One recipient of one campaign. */
    public static final class Row {
        public final MessageKey key;
        public final String phone;
        public int state;
        public int attempt;
        public int tries;
        public int doubts;
        public int arrived;
        public Integer error;
        public long triedAt;
        public Long acceptedAt;
        public Long sentAt;
        public Long deliveredAt;
        public Long readAt;
        Long dueAt;

        Row(MessageKey key, String phone) {
            this.key = key;
            this.phone = phone;
        }

        public MessageState state() {
            return MessageState.of(state);
        }

        int duplicates() {
            return Math.max(0, Integer.bitCount(arrived & 127 & ~(arrived >> 8)) - 1);
        }
    }

    /** A campaign's queue. */
    public static final class Queue {
        final List<Row> rows = new ArrayList<>();
        final int retryDays;
        int next;
        public boolean open = true;

        Queue(int retryDays) {
            this.retryDays = retryDays;
        }
    }

    private record Logged(long at, MessageKey key, int status) {}

    private final LongSupplier millis;
    private final Integer limit;
    private final Map<Long, Queue> queues = new TreeMap<>();
    private final Map<String, Integer> window = new HashMap<>();
    private final List<Row> changed = new ArrayList<>();
    private final List<Logged> log = new ArrayList<>();
    private int horizon;
    private String leaseHolder;
    private long leaseUntil = Long.MIN_VALUE;
    private long epoch;

    /**
     * @param millis the database's clock
     * @param limit of recipients in 24 hours; null: none
     */
    public ModelStore(LongSupplier millis, Integer limit) {
        this.millis = millis;
        this.limit = limit;
        this.horizon = minute(millis.getAsLong()) - WINDOW_MINUTES;
    }

    public void freeze(long campaignId, int retryDays, List<String> phones) {
        Queue queue = new Queue(retryDays);
        phones.forEach(phone -> queue.rows.add(new Row(new MessageKey(campaignId, queue.rows.size() + 1), phone)));
        queues.put(campaignId, queue);
    }

    public Queue queue(long campaignId) {
        return queues.get(campaignId);
    }

    public List<Row> rows() {
        return queues.values().stream().flatMap(queue -> queue.rows.stream()).toList();
    }

    public Row row(MessageKey key) {
        return queues.get(key.campaignId()).rows.get(key.seq() - 1);
    }

    public int used() {
        return (int) window.values().stream().filter(minute -> minute > horizon).count();
    }

    /** The epoch under which the node may send, or null while another one may. */
    public Long acquire(String node, Duration timeToLive) {
        long now = millis.getAsLong();
        boolean alive = now < leaseUntil;
        if (alive && !node.equals(leaseHolder)) {
            return null;
        }
        epoch += alive ? 0 : 1;
        leaseHolder = node;
        leaseUntil = now + timeToLive.toMillis();
        return epoch;
    }

    public void release(String node) {
        if (node.equals(leaseHolder)) {
            leaseUntil = millis.getAsLong();
        }
    }

    /** The campaigns of open queues that have something to claim. */
    public List<Long> waiting() {
        long now = millis.getAsLong();
        return queues.entrySet().stream()
                .filter(e -> e.getValue().open)
                .filter(e -> e.getValue().next < e.getValue().rows.size()
                        || e.getValue().rows.stream().anyMatch(row -> row.dueAt != null && row.dueAt <= now))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether some are claimed, by the living or the dead. */
    public boolean someUnderWay() {
        return rows().stream().anyMatch(row -> row.state == MessageState.SENDING.code());
    }

    public List<Claim> claim(long withEpoch, long campaignId, int most) {
        Queue queue = queues.get(campaignId);
        List<Claim> claims = new ArrayList<>();
        if (withEpoch != epoch || !queue.open) {
            return claims;
        }
        int room = limit == null ? Integer.MAX_VALUE : Math.max(0, limit - used());
        for (Row row : candidates(queue, most)) {
            boolean inside = window.getOrDefault(row.phone, Integer.MIN_VALUE) > horizon;
            if (!inside && room == 0) {
                break;
            }
            room -= inside ? 0 : 1;
            claims.add(take(queue, row));
        }
        return claims;
    }

    private List<Row> candidates(Queue queue, int most) {
        long now = millis.getAsLong();
        List<Row> candidates = new ArrayList<>(queue.rows.stream()
                .filter(row -> row.dueAt != null && row.dueAt <= now)
                .sorted(Comparator.comparing((Row row) -> row.dueAt).thenComparing(row -> row.key.seq()))
                .limit(most)
                .toList());
        int end = Math.min(queue.rows.size(), queue.next + most - candidates.size());
        candidates.addAll(queue.rows.subList(queue.next, end));
        return candidates;
    }

    private Claim take(Queue queue, Row row) {
        if (row.dueAt == null) {
            queue.next++;
        }
        row.dueAt = null;
        row.state = MessageState.SENDING.code();
        row.attempt++;
        row.triedAt = millis.getAsLong();
        window.merge(row.phone, minute(row.triedAt), Math::max);
        return new Claim(row.key, row.attempt, row.phone, new String[0]);
    }

    /** One after the other, not merged: it must come to the same. */
    public void advance(List<Advance> evidence, List<StatusEntry> entries) {
        evidence.forEach(this::advance);
        entries.forEach(entry -> log.add(
                new Logged(millis.getAsLong(), entry.key(), entry.state().code())));
    }

    private void advance(Advance said) {
        Row row = row(said.key());
        if (said.attempt() > row.attempt) {
            return;
        }
        int before = row.state;
        int bit = 1 << Math.min(said.attempt() - 1, 6);
        boolean arrivedLateBefore = row.deliveredAt != null;
        row.state = stateAfter(row, said, bit);
        row.arrived = arrivedAfter(row.arrived, before, said, bit);
        boolean counts = said.state() == MessageState.DEFERRED && said.retry().limit() != Limit.UNCOUNTED;
        int triesBefore = row.tries;
        if (row.state != before) {
            row.tries += counts ? 1 : 0;
            row.doubts += said.state() == MessageState.IN_DOUBT ? 1 : 0;
            row.dueAt = row.state == MessageState.DEFERRED.code() ? due(said.retry(), triesBefore) : null;
        }
        if (said.error() != null && row.state != before) {
            row.error = said.error();
        }
        row.acceptedAt = first(row.acceptedAt, said.acceptedAt());
        row.sentAt = first(row.sentAt, said.sentAt());
        row.deliveredAt = first(row.deliveredAt, said.deliveredAt());
        row.readAt = first(row.readAt, said.readAt());
        boolean gaveBack = row.state != before && (row.state == 2 || row.state == 9);
        boolean late = !arrivedLateBefore && row.deliveredAt != null && row.deliveredAt > row.triedAt + 60_000;
        if (gaveBack || late) {
            changed.add(row);
        }
    }

    private int stateAfter(Row row, Advance said, int bit) {
        int to = said.state().code();
        boolean same = said.attempt() == row.attempt;
        return switch (said.state()) {
            case IN_DOUBT -> same && row.state == 1 ? to : row.state;
            case HELD -> same && (row.state == 1 || row.state == 3 || row.state == 4) ? to : row.state;
            case DEFERRED -> deferred(row, said, same);
            default -> {
                boolean failedBefore = (row.arrived >> 8 & bit) != 0;
                if (to == 9 && !same || to < 9 && failedBefore) {
                    yield row.state;
                }
                yield row.state <= 5 || row.state == 12 ? to : Math.max(row.state, to);
            }
        };
    }

    private int deferred(Row row, Advance said, boolean same) {
        boolean open = row.state == 1 || row.state == 3 || row.state == 4;
        boolean taken = said.acceptedAt() != null && row.state >= 5 && row.state <= 7;
        if (!same || !open && !taken) {
            return row.state;
        }
        Retry retry = said.retry();
        boolean spent = retry.limit() == Limit.TRIES && row.tries + 1 >= retry.most()
                || retry.limit() == Limit.DAYS && row.tries >= queues.get(row.key.campaignId()).retryDays;
        return spent ? 9 : 2;
    }

    private static int arrivedAfter(int arrived, int stateBefore, Advance said, int bit) {
        if (said.acceptedAt() == null) {
            return arrived;
        } else if (said.failedAt() != null) {
            return arrived | bit | (stateBefore < 10 ? bit << 8 : 0);
        }
        return said.deliveredAt() != null ? (arrived | bit) & ~(bit << 8) : arrived | bit;
    }

    private long due(Retry retry, int tries) {
        double pause = retry.pause().toMillis() * Math.pow(retry.growth(), Math.min(tries, 20));
        return millis.getAsLong()
                + (long) Math.min(pause, Math.max(retry.pause().toMillis(), 900_000));
    }

    /** Claims that a dead owner left. */
    public int adopt() {
        List<Row> orphans = rows().stream().filter(row -> row.state == 1).toList();
        orphans.forEach(row -> {
            row.state = MessageState.IN_DOUBT.code();
            row.doubts++;
        });
        return orphans.size();
    }

    public List<Doubt> doubts(Duration leastAge) {
        return rows().stream()
                .filter(row -> row.state == 3)
                .map(row -> doubt(row, leastAge))
                .toList();
    }

    private Doubt doubt(Row row, Duration leastAge) {
        long minute = row.triedAt / 60_000 * 60_000;
        List<Row> around = log.stream()
                .filter(entry -> (entry.status == 5 || entry.status == 6) && Math.abs(entry.at - minute) <= 300_000)
                .map(entry -> row(entry.key))
                .toList();
        Neighbours neighbours = new Neighbours(
                around.size(),
                around.stream().filter(ModelStore::answered).count(),
                around.stream().filter(neighbour -> neighbour.state == 5).count(),
                log.stream().anyMatch(entry -> entry.status >= 7 && entry.at > row.triedAt + leastAge.toMillis()));
        return new Doubt(
                new Attempt(row.key, row.attempt),
                row.doubts,
                InDoubtPolicy.RESOLVE,
                Duration.ofMillis(millis.getAsLong() - row.triedAt),
                queues.get(row.key.campaignId()).open,
                true,
                neighbours);
    }

    private static boolean answered(Row row) {
        return row.sentAt != null || row.deliveredAt != null || row.state == 9 || row.state == 10 || row.state == 11;
    }

    public void sendAgain(List<Attempt> attempts) {
        leave(attempts, MessageState.DEFERRED);
    }

    public void leaveUnconfirmed(List<Attempt> attempts) {
        leave(attempts, MessageState.UNCONFIRMED);
    }

    private void leave(List<Attempt> attempts, MessageState to) {
        for (Attempt attempt : attempts) {
            Row row = row(attempt.key());
            if (row.state == 3 && row.attempt == attempt.number()) {
                row.state = to.code();
                row.dueAt = to == MessageState.DEFERRED ? millis.getAsLong() : null;
                if (to == MessageState.DEFERRED) {
                    changed.add(row);
                }
            }
        }
    }

    /** Lets fall out whose time is over, and works failures and late deliveries in. */
    public void settleWindow() {
        horizon = Math.max(horizon, minute(millis.getAsLong()) - WINDOW_MINUTES);
        for (Row row : changed) {
            int last = rows().stream()
                    .filter(other -> other.phone.equals(row.phone) && counts(other))
                    .mapToInt(this::lastMinute)
                    .max()
                    .orElse(Integer.MIN_VALUE);
            if (last > horizon) {
                window.put(row.phone, last);
            } else if (window.getOrDefault(row.phone, Integer.MIN_VALUE) > horizon) {
                window.remove(row.phone);
            }
        }
        changed.clear();
    }

    private static boolean counts(Row row) {
        return row.state == 1 || row.state >= 3 && row.state <= 7 || row.state == 10 || row.state == 11;
    }

    private int lastMinute(Row row) {
        long delivered = row.deliveredAt == null ? 0 : Math.min(row.deliveredAt, millis.getAsLong());
        return minute(Math.max(row.triedAt, delivered));
    }

    private static int minute(long millis) {
        return (int) (millis / 60_000);
    }

    private static Long first(Long known, Instant said) {
        return known != null || said == null ? known : (Long) said.toEpochMilli();
    }
}
