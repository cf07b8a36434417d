package io.tiercast.dispatch;

import io.tiercast.message.Advance;
import io.tiercast.message.Claim;
import io.tiercast.message.ModelStore;
import io.tiercast.message.OpenRun;
import io.tiercast.message.StatusEntry;
import io.tiercast.message.Verdict;
import io.tiercast.meta.SendOutcome;
import io.tiercast.meta.SendOutcome.InDoubt;
import io.tiercast.meta.SendOutcome.NotSent;
import io.tiercast.sender.SenderLease;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A process with the real engine, over a store and a line that fail at every step: before, after, and without a word. */
final class SimulatedNode implements Effects {

    private static final Duration BUSY = Duration.ofMillis(200);
    private static final Duration IDLE = Duration.ofMinutes(3);
    private static final int ENOUGH_EMPTY_CLAIMS = 4;
    private static final Duration STORE = Duration.ofMillis(20);
    private static final Duration LINE = Duration.ofMillis(300);
    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(25);
    private static final Duration LEASE = SenderLease.TIME_TO_LIVE;
    private static final Duration OWNED = LEASE.minusSeconds(1);

    private final World world;
    private final ModelStore store;
    private final SimulatedMeta meta;
    private final String name;
    private final int rate;
    private Faults faults;
    private Engine engine;
    private long epoch;
    private int life;
    private int askedIn;
    private long frozenUntil;
    private int emptyClaims;

    /** How often in a thousand times a step goes wrong. */
    record Faults(int perMille) {}

    SimulatedNode(World world, ModelStore store, SimulatedMeta meta, String name, int rate, Faults faults) {
        this.world = world;
        this.store = store;
        this.meta = meta;
        this.name = name;
        this.rate = rate;
        this.faults = faults;
        world.within(BUSY, this::tick);
    }

    /** From now on nothing goes wrong. */
    void spare() {
        faults = new Faults(0);
    }

    private void tick() {
        boolean idle = !store.someUnderWay() && (store.waiting().isEmpty() || emptyClaims >= ENOUGH_EMPTY_CLAIMS);
        if (world.nanos() >= frozenUntil) {
            look(idle);
        }
        world.in(idle ? IDLE : BUSY, this::tick);
    }

    private void look(boolean idle) {
        if (idle) {
            emptyClaims = 0;
            if (engine != null) {
                engine.close();
            }
            return;
        }
        long ownedUntil = world.nanos() + OWNED.toNanos();
        Long held = store.acquire(holder(), LEASE);
        if (engine == null && held != null) {
            epoch = held;
            store.adopt();
            engine = new Engine(this, rate, ownedUntil, world::nanos, world::instant);
        } else if (engine != null && (held == null || held != epoch || engine.broken())) {
            engine.close();
        } else if (engine != null) {
            engine.owned(ownedUntil);
            engine.rate(rate);
            engine.refresh(store.waiting().stream().map(SimulatedNode::run).toList());
        }
        if (goesWrong()) {
            suffer();
        }
    }

    /** New with every start. */
    private String holder() {
        return name + life;
    }

    /** Dies, or stands still for longer than its lease lives. */
    private void suffer() {
        if (world.random.nextBoolean()) {
            die();
        } else {
            frozenUntil = world.nanos() + (long) (world.random.nextDouble() * LONGEST_STOP.toNanos());
        }
    }

    private void die() {
        life++;
        engine = null;
        frozenUntil = world.nanos() + (long) (world.random.nextDouble() * LONGEST_STOP.toNanos());
    }

    @Override
    public void claim(OpenRun run, int limit) {
        if (diesHere()) {
            return;
        }
        long under = epoch;
        remotely(STORE, () -> {
            if (goesWrong()) {
                here(Engine::claimFailed);
                return;
            }
            List<Claim> claims = store.claim(under, run.campaignId(), limit);
            emptyClaims = claims.isEmpty() ? emptyClaims + 1 : 0;
            boolean lost = goesWrong();
            here(lost ? Engine::claimFailed : own -> own.claimed(run, claims));
        });
    }

    @Override
    public void send(OpenRun run, Claim claim) {
        if (diesHere()) {
            return;
        }
        if (goesWrong()) {
            remotely(LINE, () -> here(own -> own.answered(claim, new NotSent("no connection"))));
            return;
        }
        // Straight to Meta: its second is counted where the request is sent, or the line would squeeze requests
        // together.
        boolean cut = goesWrong();
        SendOutcome outcome = cut ? new InDoubt("cut") : meta.receive(claim);
        boolean lost = goesWrong();
        remotely(LINE, () -> here(own -> own.answered(claim, lost ? new InDoubt("lost") : outcome)));
    }

    @Override
    public void record(List<Advance> answers, List<StatusEntry> log) {
        if (diesHere()) {
            return;
        }
        int now = life;
        remotely(STORE, () -> {
            boolean refused = goesWrong();
            if (!refused) {
                store.advance(answers, log);
            }
            if (refused || goesWrong()) {
                world.in(AGAIN, () -> again(now, answers, log));
            } else {
                here(Engine::recorded);
            }
        });
    }

    private void again(int inLife, List<Advance> answers, List<StatusEntry> log) {
        if (inLife == life) {
            if (goesWrong()) {
                here(Engine::recordLost);
            } else {
                record(answers, log);
            }
        }
    }

    @Override
    public void follow(Verdict verdict) {
        throw new IllegalStateException("nobody stops anything here: " + verdict);
    }

    @Override
    public void stopCampaign(long campaignId, int code) {
        throw new IllegalStateException("nobody stops anything here: " + code);
    }

    @Override
    public void wakeIn(long nanos) {
        int now = life;
        world.in(Duration.ofNanos(Math.max(1_000_000, nanos)), () -> inLife(now, Engine::woken));
    }

    @Override
    public void drained() {
        store.release(holder());
        engine = null;
        life++;
    }

    private boolean goesWrong() {
        return world.chance(faults.perMille());
    }

    private boolean diesHere() {
        boolean dies = world.chance(faults.perMille() / 4);
        if (dies) {
            world.in(Duration.ZERO, this::die);
        }
        return dies;
    }

    /** Goes on whatever becomes of this process. */
    private void remotely(Duration within, Runnable work) {
        int now = life;
        world.within(within, () -> {
            askedIn = now;
            work.run();
        });
    }

    /** Comes back to the process that asked, if that still lives. */
    private void here(Consumer<Engine> call) {
        int asked = askedIn;
        world.within(STORE, () -> inLife(asked, call));
    }

    private void inLife(int asked, Consumer<Engine> call) {
        if (asked != life || engine == null) {
            return;
        }
        if (world.nanos() < frozenUntil) {
            world.in(Duration.ofNanos(frozenUntil - world.nanos()), () -> inLife(asked, call));
        } else {
            call.accept(engine);
        }
    }

    private static OpenRun run(long campaignId) {
        return new OpenRun(campaignId, "MARKETING", null, null, null, true);
    }
}
