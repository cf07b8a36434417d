package io.tiercast.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tiercast.dispatch.InDoubtRule.Decision;
import io.tiercast.message.Attempt;
import io.tiercast.message.Doubt;
import io.tiercast.message.MessageState;
import io.tiercast.message.ModelStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Two processes, two campaigns to the same people, one number: thousands of histories in which every step may fail before, after
 * or without a word. After each step nothing may have been sent that was not written down, nobody reached twice, no limit
 * exceeded, no evidence undone; and in the end everybody must have been reached, or given up for a reason. The seed of a history
 * that breaks a rule is in the message; {@code -Dsimulation.seed=N} plays it alone.
 */
class SimulationTest {

    private static final int SEEDS = Integer.getInteger("simulation.seeds", 2_000);
    private static final Duration TROUBLE = Duration.ofMinutes(2);
    private static final Duration CLOCK = Duration.ofSeconds(30);
    private static final Duration LEAST_AGE = Duration.ofMinutes(15);
    private static final Duration END = Duration.ofDays(4);

    @Test
    void whateverFailsNobodyIsLostAndNobodyIsReachedTwice() {
        Long one = Long.getLong("simulation.seed");
        if (one != null) {
            play(one);
            return;
        }
        for (long seed = 1; seed <= SEEDS; seed++) {
            play(seed);
        }
    }

    private static void play(long seed) {
        try {
            new History(seed).play();
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
        }
    }

    private static final class History {

        private final World world;
        private final ModelStore store;
        private final SimulatedMeta meta;
        private final List<SimulatedNode> nodes;
        private final Map<ModelStore.Row, Integer> ranks = new HashMap<>();
        private final InDoubtRule rule = new InDoubtRule(new Settings());

        History(long seed) {
            world = new World(seed);
            int people = 6 + world.random.nextInt(20);
            Integer limit = world.random.nextBoolean() ? null : (Integer) (people / 2 + world.random.nextInt(people));
            int rate = 3 + world.random.nextInt(30);
            store = new ModelStore(world::millis, limit);
            meta = new SimulatedMeta(world, store, rate, limit);
            SimulatedNode.Faults faults = new SimulatedNode.Faults(world.random.nextInt(60));
            List<String> phones =
                    IntStream.range(0, people).mapToObj(i -> "+91" + i).toList();
            store.freeze(1, 3, phones);
            store.freeze(2, 3, phones.subList(0, 1 + world.random.nextInt(people)));
            nodes = List.of(
                    new SimulatedNode(world, store, meta, "a", rate, faults),
                    new SimulatedNode(world, store, meta, "b", rate, faults));
            world.in(CLOCK, this::clocks);
            world.in(TROUBLE, () -> nodes.forEach(SimulatedNode::spare));
        }

        void play() {
            while (!ended()) {
                world.step();
                check();
            }
            store.rows().forEach(this::checkEnd);
        }

        private boolean ended() {
            assertTrue(world.nanos() < END.toNanos(), () -> "still not decided: " + undecided());
            return world.nanos() > TROUBLE.toNanos()
                    && meta.quiet()
                    && store.rows().stream().allMatch(row -> row.state >= MessageState.UNCONFIRMED.code());
        }

        private List<String> undecided() {
            return store.rows().stream()
                    .filter(row -> row.state < MessageState.UNCONFIRMED.code())
                    .map(row -> row.key + " " + row.state())
                    .toList();
        }

        private void clocks() {
            store.settleWindow();
            List<Doubt> doubts = store.doubts(LEAST_AGE);
            store.sendAgain(those(doubts, Decision.SEND_AGAIN));
            store.leaveUnconfirmed(those(doubts, Decision.LEAVE_UNCONFIRMED));
            world.in(CLOCK, this::clocks);
        }

        private List<Attempt> those(List<Doubt> doubts, Decision decision) {
            return doubts.stream()
                    .filter(doubt -> rule.decide(doubt) == decision)
                    .map(Doubt::attempt)
                    .toList();
        }

        /** Delivered and read are never undone. */
        private void check() {
            for (ModelStore.Row row : store.rows()) {
                int rank = row.state >= MessageState.DELIVERED.code() ? row.state : 0;
                int before = ranks.merge(row, rank, Math::max);
                assertTrue(rank >= before, () -> row.key + " fell from " + before + " to " + row.state());
            }
        }

        /** Meta's books and ours: who was reached counts as reached, who was not does not. */
        private void checkEnd(ModelStore.Row row) {
            boolean reached = meta.arrived(row.key) == 1;
            boolean counted = row.state == MessageState.SENT.code() || row.state >= MessageState.DELIVERED.code();
            assertEquals(reached, counted, () -> row.key + " is " + row.state() + ", error " + row.error);
        }
    }

    private static final class Settings implements DispatchConfig {

        @Override
        public Duration inDoubtMinAge() {
            return LEAST_AGE;
        }

        @Override
        public int inDoubtNeighbours() {
            return 50;
        }

        @Override
        public double inDoubtShare() {
            return 0.999;
        }
    }
}
