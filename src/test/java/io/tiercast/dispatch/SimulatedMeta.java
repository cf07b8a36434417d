package io.tiercast.dispatch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tiercast.message.Advance;
import io.tiercast.message.Attempt;
import io.tiercast.message.Claim;
import io.tiercast.message.MessageKey;
import io.tiercast.message.MessageState;
import io.tiercast.message.ModelStore;
import io.tiercast.message.StatusEntry;
import io.tiercast.message.Verdict;
import io.tiercast.meta.SendOutcome;
import io.tiercast.meta.SendOutcome.Accepted;
import io.tiercast.meta.SendOutcome.Refused;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The other side, which keeps its own books and knows the rules that must never be broken. */
final class SimulatedMeta {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final Duration LONGEST_REPORT = Duration.ofMinutes(4);
    private static final Duration DATABASE_DOWN = Duration.ofSeconds(20);

    private final World world;
    private final ModelStore store;
    private final int rate;
    private final Integer limit;
    private final Deque<Long> lastSecond = new ArrayDeque<>();
    private final Map<String, Long> lastTo = new HashMap<>();
    private final Map<MessageKey, Integer> arrived = new HashMap<>();
    private final Map<String, Long> reached = new HashMap<>();
    private int reportsUnderWay;

    SimulatedMeta(World world, ModelStore store, int rate, Integer limit) {
        this.world = world;
        this.store = store;
        this.rate = rate;
        this.limit = limit;
    }

    SendOutcome receive(Claim claim) {
        Attempt attempt = claim.asAttempt();
        assertTrue(store.row(claim.key()).attempt >= claim.attempt(), () -> "sent without a stored intent: " + attempt);
        keepRate();
        Long last = lastTo.get(claim.phone());
        if (last != null && world.nanos() - last < PairGate.PAUSE_NANOS) {
            return new Refused(131056, "pair rate");
        }
        int fate = world.random.nextInt(100);
        if (fate < 8) {
            return new Refused(fate < 3 ? 130429 : fate < 6 ? 131000 : 131026, "fate");
        }
        lastTo.put(claim.phone(), world.nanos());
        return accept(claim, fate);
    }

    /** Messages of this person that arrived or still may. */
    int arrived(MessageKey key) {
        return arrived.getOrDefault(key, 0);
    }

    boolean quiet() {
        return reportsUnderWay == 0;
    }

    private SendOutcome accept(Claim claim, int fate) {
        boolean fails = fate >= 94;
        if (!fails) {
            int times = arrived.merge(claim.key(), 1, Integer::sum);
            assertTrue(times == 1, () -> "arrives twice: " + claim.asAttempt());
            reached.put(claim.phone(), world.millis());
            keepWindow();
        }
        reports(claim.asAttempt(), fate);
        return new Accepted("wamid", null, false);
    }

    private void keepRate() {
        while (!lastSecond.isEmpty() && world.nanos() - lastSecond.peekFirst() >= SECOND) {
            lastSecond.removeFirst();
        }
        lastSecond.addLast(world.nanos());
        assertTrue(lastSecond.size() <= rate, () -> lastSecond.size() + " requests in a second, allowed are " + rate);
    }

    private void keepWindow() {
        long day = world.millis() - TimeUnit.HOURS.toMillis(24);
        long people = reached.values().stream().filter(at -> at > day).count();
        assertTrue(limit == null || people <= limit, () -> people + " people in 24 hours, allowed are " + limit);
    }

    private void reports(Attempt attempt, int fate) {
        if (fate >= 94) {
            report(attempt, MessageState.FAILED, fate >= 97 ? 131026 : 131000);
            return;
        }
        report(attempt, MessageState.SENT, null);
        if (fate < 80) {
            report(attempt, MessageState.DELIVERED, null);
        }
        if (fate < 60) {
            report(attempt, MessageState.READ, null);
        }
    }

    /** Once or twice, at any time, in any order. */
    private void report(Attempt attempt, MessageState state, Integer code) {
        for (int i = world.random.nextInt(3) == 0 ? 2 : 1; i > 0; i--) {
            reportsUnderWay++;
            world.within(LONGEST_REPORT, () -> deliver(attempt, state, code));
        }
    }

    /** Until it is acknowledged. */
    private void deliver(Attempt attempt, MessageState state, Integer code) {
        if (world.chance(50)) {
            world.within(DATABASE_DOWN, () -> deliver(attempt, state, code));
            return;
        }
        reportsUnderWay--;
        Advance said = state == MessageState.FAILED
                ? Verdict.failed(attempt, code, world.instant()).advance()
                : Advance.status(attempt, state, code, world.instant());
        store.advance(
                List.of(said),
                List.of(new StatusEntry(
                        attempt.key(), attempt.number(), state, code, world.instant(), null, null, null, null, null)));
    }
}
