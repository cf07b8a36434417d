package io.tiercast.dispatch;

import io.tiercast.message.Claim;
import io.tiercast.message.OpenRun;
import io.tiercast.message.Verdict;
import io.tiercast.meta.SendOutcome;
import io.tiercast.meta.SendOutcome.Accepted;
import io.tiercast.meta.SendOutcome.InDoubt;
import io.tiercast.meta.SendOutcome.NotSent;
import io.tiercast.meta.SendOutcome.Refused;
import io.tiercast.sender.LimitedBy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Decides what a number does next, and does nothing itself: what it wants done it asks of its {@link Effects}, so that a
 * simulation can play every order and every failure. Three things overlap: a claim fetches the next chunk, requests are under
 * way, and answers are written down; each starts the next by {@link #pump}. Nothing is claimed that could not be sent within
 * about two chunks. Not for several threads.
 */
final class Engine {

    /** A chunk is what the number sends in this time; a pause takes effect within one. */
    private static final double CHUNK_SECONDS = 0.1;

    private static final int LARGEST_CHUNK = 500;

    /** Enough for 1,000 messages a second at a second's latency. */
    private static final int MOST_UNDER_WAY = 1_000;

    private static final int MOST_UNRECORDED = 4_000;

    /** What is claimed goes out within this time, however slow the number is. */
    private static final long AHEAD_NANOS = 2_000_000_000;

    private static final Duration UNREACHABLE = Duration.ofSeconds(5);
    private static final Duration PAIR_PAUSE = Duration.ofNanos(PairGate.PAUSE_NANOS);

    private final Effects effects;
    private final LongSupplier nanos;
    private final InstantSource clock;
    private final Pace pace;
    private final PairGate pairs = new PairGate();
    private final Deque<Outgoing> ready = new ArrayDeque<>();
    private final Answers answers = new Answers();
    private final Faults faults = new Faults();

    private long ownedUntil;
    private RunQueue runs = RunQueue.EMPTY;
    private int underWay;
    private boolean claiming;
    private boolean waking;
    private boolean closing;
    private volatile boolean broken;
    private volatile LimitedBy limitedBy = LimitedBy.NONE;

    /** A claimed message with the queue that it came from. */
    private record Outgoing(OpenRun run, Claim claim) {}

    /**
     * @param perSecond the number's rate, messages a second
     * @param nanos a monotonic clock
     * @param ownedUntil on that clock; see {@link #owned}
     */
    Engine(Effects effects, double perSecond, long ownedUntil, LongSupplier nanos, InstantSource clock) {
        this.effects = effects;
        this.nanos = nanos;
        this.clock = clock;
        this.ownedUntil = ownedUntil;
        this.pace = new Pace(perSecond, nanos.getAsLong());
    }

    /** The number is ours until this moment, unless it is said again: after that a successor may have taken over what is claimed. */
    void owned(long untilNanos) {
        ownedUntil = untilNanos;
    }

    /** The queues as they are now. */
    void refresh(List<OpenRun> open) {
        runs = runs.with(open);
        faults.refresh(open);
        pump();
    }

    /** The number's rate as it is now; at least about once a second. */
    void rate(double perSecond) {
        pace.rate(perSecond);
        pace.recover(nanos.getAsLong());
    }

    /** Meta said so of messages that it had taken before. @param rest for how long it wants nothing; zero: only slower */
    void throttled(Duration rest) {
        pace.rest(nanos.getAsLong(), rest.toNanos());
        pump();
    }

    void claimed(OpenRun run, List<Claim> claims) {
        claiming = false;
        if (claims.isEmpty()) {
            runs = runs.without(run.campaignId());
        }
        claims.forEach(claim -> ready.add(new Outgoing(run, claim)));
        pump();
    }

    /** It may have been committed all the same: then rows are claimed that nobody sends until a new epoch looks for them. */
    void claimFailed() {
        claiming = false;
        broken = true;
        pump();
    }

    void answered(Claim claim, SendOutcome outcome) {
        underWay--;
        judge(claim, outcome);
        pump();
    }

    /** What was answered was that it has to be sent by another way: it takes its turn, and its token, anew. */
    void sendAgain(OpenRun run, Claim claim) {
        underWay--;
        pairs.refused(claim.phone());
        ready.addFirst(new Outgoing(run, claim));
        pump();
    }

    void recorded() {
        answers.written();
        pump();
    }

    /** The rows stay claimed. Under a new epoch the dispatcher puts them in doubt, and statuses bring the truth. */
    void recordLost() {
        broken = true;
        recorded();
    }

    void woken() {
        waking = false;
        pump();
    }

    /** Claims no more, sends what is claimed, writes down the answers; then it is drained. */
    void close() {
        closing = true;
        pump();
    }

    boolean closing() {
        return closing;
    }

    /** Whether claims or answers were lost, so that it has to give up its lease. */
    boolean broken() {
        return broken;
    }

    double effectivePerSecond() {
        return pace.effectivePerSecond();
    }

    LimitedBy limitedBy() {
        return limitedBy;
    }

    private void pump() {
        sendReady();
        claimMore();
        answers.write(effects);
        if (closing && !busy()) {
            effects.drained();
        }
    }

    private boolean busy() {
        return claiming || !ready.isEmpty() || underWay > 0 || answers.unwritten() > 0;
    }

    private void sendReady() {
        long now = nanos.getAsLong();
        boolean pairLimited = false;
        OpenTimes times = new OpenTimes(clock.instant());
        while (!ready.isEmpty() && underWay < MOST_UNDER_WAY) {
            if (now - ownedUntil >= 0 || !times.open(ready.peek().run())) {
                answers.notSent(ready.poll().claim(), Duration.ZERO);
            } else if (pace.resting(now)) {
                // Minutes later it might be night, or the campaign paused.
                answers.notSent(ready.poll().claim(), Duration.ofNanos(pace.untilNext(now)));
            } else if (tooSoon(ready.peek(), now)) {
                answers.notSent(ready.poll().claim(), PAIR_PAUSE);
                pairLimited = true;
            } else if (pace.take(now)) {
                send(ready.poll(), now);
            } else {
                break;
            }
        }
        limitedBy = ready.isEmpty() && pairLimited ? LimitedBy.PAIR_RATE : bound(now);
        if (!ready.isEmpty() && underWay < MOST_UNDER_WAY && !waking) {
            waking = true;
            effects.wakeIn(pace.untilNext(now));
        }
    }

    /** Meta lends a burst to authentication messages only. */
    private boolean tooSoon(Outgoing next, long now) {
        return !next.run().category().equals("AUTHENTICATION")
                && !pairs.open(next.claim().phone(), now);
    }

    private void send(Outgoing outgoing, long now) {
        underWay++;
        pairs.sent(outgoing.claim().phone(), now);
        effects.send(outgoing.run(), outgoing.claim());
    }

    private LimitedBy bound(long now) {
        if (pace.resting(now)) {
            return LimitedBy.META_THROTTLE;
        } else if (underWay >= MOST_UNDER_WAY) {
            return LimitedBy.META_LATENCY;
        } else if (!ready.isEmpty()) {
            return pace.slowedDown() ? LimitedBy.META_THROTTLE : LimitedBy.THROUGHPUT;
        }
        return claiming ? LimitedBy.DATABASE : LimitedBy.NONE;
    }

    private void claimMore() {
        int chunk = chunk();
        boolean full = ready.size() >= chunk || answers.unwritten() > MOST_UNRECORDED;
        boolean early = pace.untilNext(nanos.getAsLong()) > AHEAD_NANOS;
        if (closing || broken || claiming || full || early) {
            return;
        }
        OpenRun run = runs.next(clock.instant());
        if (run != null) {
            claiming = true;
            effects.claim(run, chunk);
        }
    }

    private int chunk() {
        return (int) Math.max(1, Math.min(LARGEST_CHUNK, pace.effectivePerSecond() * CHUNK_SECONDS));
    }

    private void judge(Claim claim, SendOutcome outcome) {
        if (outcome instanceof Accepted accepted) {
            faults.accepted(claim.key().campaignId());
            answers.accepted(claim, accepted, clock.instant());
        } else if (outcome instanceof Refused refused) {
            refused(claim, refused);
        } else if (outcome instanceof NotSent) {
            pairs.refused(claim.phone());
            pace.throttled(nanos.getAsLong());
            answers.notSent(claim, UNREACHABLE);
        } else if (outcome instanceof InDoubt) {
            answers.inDoubt(claim);
        }
    }

    private void refused(Claim claim, Refused refused) {
        Verdict verdict = Verdict.refused(claim.asAttempt(), refused.code(), clock.instant());
        pairs.refused(claim.phone());
        answers.refused(verdict, refused.details());
        react(verdict);
    }

    private void react(Verdict verdict) {
        long campaignId = verdict.advance().key().campaignId();
        switch (verdict.reaction()) {
            case GO_ON -> countFault(campaignId, verdict);
            case SLOW_DOWN -> pace.throttled(nanos.getAsLong());
            case REST -> pace.rest(nanos.getAsLong(), verdict.rest().toNanos());
            case SUPPRESS, SKIP_COUNTRY -> effects.follow(verdict);
            case STOP_CAMPAIGN -> stop(verdict, runs.without(campaignId));
            case STOP_SENDER -> stop(verdict, RunQueue.EMPTY);
        }
    }

    /** Once, although many messages under way will be refused alike. Until the next refresh, which no longer names the queues shut. */
    private void stop(Verdict verdict, RunQueue rest) {
        if (faults.stop(verdict.advance().key().campaignId())) {
            effects.follow(verdict);
        }
        runs = rest;
    }

    private void countFault(long campaignId, Verdict verdict) {
        if (verdict.faultOfOurs() && faults.tooMany(campaignId)) {
            runs = runs.without(campaignId);
            effects.stopCampaign(campaignId, verdict.code());
        }
    }
}
