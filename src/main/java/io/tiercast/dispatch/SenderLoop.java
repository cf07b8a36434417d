package io.tiercast.dispatch;

import io.smallrye.mutiny.Uni;
import io.tiercast.message.Advance;
import io.tiercast.message.Attempt;
import io.tiercast.message.Claim;
import io.tiercast.message.OpenRun;
import io.tiercast.message.StatusEntry;
import io.tiercast.meta.SendOutcome;
import io.tiercast.meta.SendOutcome.Refused;
import io.tiercast.meta.SendTemplate;
import io.tiercast.sender.LimitedBy;
import io.tiercast.sender.SenderPace;
import io.tiercast.sender.SendingNumber;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends for one number while this process holds its lease. Everything here happens on one event loop, so the fields need no
 * lock. Three things overlap: a claim fetches the next chunk, requests are under way, and answers are written down; each
 * starts the next by {@link #pump}. Nothing is claimed that could not be sent within about two chunks.
 */
final class SenderLoop {

    private static final Logger LOG = Logger.getLogger(SenderLoop.class);

    /** A chunk is what the number sends in this time; a pause takes effect within one. */
    private static final double CHUNK_SECONDS = 0.1;

    private static final int LARGEST_CHUNK = 500;
    private static final int UNDER_WAY = 400;
    private static final int UNRECORDED = 4_000;

    private final Collaborators with;
    private final Context context;
    private final long epoch;
    private final Pace pace;
    private final Deque<Outgoing> ready = new ArrayDeque<>();

    private volatile SendingNumber number;
    private RunQueue runs = RunQueue.EMPTY;
    private List<Advance> answers = new ArrayList<>();
    private List<StatusEntry> entries = new ArrayList<>();
    private int underWay;
    private int recordingNow;
    private boolean claiming;
    private boolean timerSet;
    private volatile boolean closing;
    private volatile boolean broken;
    private volatile LimitedBy limitedBy = LimitedBy.NONE;
    private Runnable whenDrained = () -> {};

    /** A claimed message with the queue that it came from. */
    private record Outgoing(OpenRun run, Claim claim) {}

    SenderLoop(Collaborators with, Context context, SendingNumber number, long epoch) {
        this.with = with;
        this.context = context;
        this.number = number;
        this.epoch = epoch;
        this.pace = new Pace(number.throughputPerSecond(), System.nanoTime());
    }

    long epoch() {
        return epoch;
    }

    /** The number as it is now: its token and its rate may have changed. About once a second. */
    void number(SendingNumber current) {
        onLoop(() -> {
            number = current;
            pace.rate(current.throughputPerSecond());
            pace.recover(System.nanoTime());
        });
    }

    /** The queues that may be claimed from. */
    void refresh(List<OpenRun> open) {
        onLoop(() -> {
            runs = runs.with(open);
            pump();
        });
    }

    /** Claims no more, sends what is claimed, writes down the answers; then the Uni completes. */
    Uni<Void> drain() {
        return Uni.createFrom()
                .emitter(emitter -> context.runOnContext(ignored -> {
                    closing = true;
                    whenDrained = () -> emitter.complete(null);
                    pump();
                }));
    }

    /** Whether a claim, a request or an answer is still in its hands. To be asked on its own event loop only. */
    private boolean busy() {
        return claiming || !ready.isEmpty() || underWay > 0 || recordingNow > 0 || !answers.isEmpty();
    }

    boolean closing() {
        return closing;
    }

    /** Whether answers were lost, so that the loop has to give up its lease. */
    boolean broken() {
        return broken;
    }

    SenderPace.Pace pace() {
        return new SenderPace.Pace(number.id(), pace.effectivePerSecond(), limitedBy);
    }

    private void pump() {
        sendReady();
        claimMore();
        record();
        if (closing && !busy()) {
            whenDrained.run();
            whenDrained = () -> {};
        }
    }

    private void sendReady() {
        long now = System.nanoTime();
        while (!ready.isEmpty() && underWay < UNDER_WAY && pace.take(now)) {
            send(ready.poll());
        }
        limitedBy = bound();
        if (!ready.isEmpty() && underWay < UNDER_WAY) {
            wakeIn(pace.untilNext(now));
        }
    }

    private LimitedBy bound() {
        if (!ready.isEmpty() && underWay < UNDER_WAY) {
            return pace.slowedDown() ? LimitedBy.META_THROTTLE : LimitedBy.THROUGHPUT;
        } else if (underWay >= UNDER_WAY) {
            return LimitedBy.META_LATENCY;
        }
        return claiming ? LimitedBy.DATABASE : LimitedBy.NONE;
    }

    private void wakeIn(long nanos) {
        if (!timerSet) {
            timerSet = true;
            long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos));
            context.owner().setTimer(millis, ignored -> {
                timerSet = false;
                pump();
            });
        }
    }

    private void claimMore() {
        int chunk = chunk();
        if (closing || broken || claiming || ready.size() >= chunk || answers.size() + recordingNow > UNRECORDED) {
            return;
        }
        OpenRun run = runs.next(Instant.now());
        if (run != null) {
            claiming = true;
            with.claims()
                    .claim(number.id(), epoch, run.campaignId(), chunk)
                    .subscribe()
                    .with(claims -> onLoop(() -> claimed(run, claims)), failure -> onLoop(() -> claimFailed(failure)));
        }
    }

    private int chunk() {
        return (int) Math.max(1, Math.min(LARGEST_CHUNK, pace.effectivePerSecond() * CHUNK_SECONDS));
    }

    private void claimed(OpenRun run, List<Claim> claims) {
        claiming = false;
        if (claims.isEmpty()) {
            runs = runs.without(run);
        }
        claims.forEach(claim -> ready.add(new Outgoing(run, claim)));
        pump();
    }

    private void claimFailed(Throwable failure) {
        LOG.warnf("Claim for sender %d failed, nothing was sent: %s", number.id(), failure.getMessage());
        claiming = false;
        runs = RunQueue.EMPTY; // until the next refresh
        pump();
    }

    private void send(Outgoing outgoing) {
        underWay++;
        Claim claim = outgoing.claim();
        SendTemplate request = new SendTemplate(
                number.phoneNumberId(),
                number.accessToken(),
                claim.phone(),
                with.templates().render(outgoing.run(), claim.params()),
                with.callbackData().encode(new Attempt(claim.key(), claim.attempt())));
        with.client().send(request).subscribe().with(outcome -> onLoop(() -> answered(claim, outcome)));
    }

    private void answered(Claim claim, SendOutcome outcome) {
        underWay--;
        Verdict verdict = with.verdicts().judge(claim, outcome, Instant.now());
        answers.add(verdict.advance());
        if (verdict.entry() != null) {
            entries.add(verdict.entry());
        }
        react(claim, outcome, verdict.reaction());
        pump();
    }

    private void react(Claim claim, SendOutcome outcome, Verdict.Reaction reaction) {
        switch (reaction) {
            case GO_ON -> {}
            case SLOW_DOWN -> pace.throttled(System.nanoTime());
            case STOP_CAMPAIGN -> stop(with.stops().stopCampaign(claim.key().campaignId(), (Refused) outcome));
            case STOP_SENDER -> stop(with.stops().stopSender(number.id(), (Refused) outcome));
        }
    }

    private void stop(Uni<Integer> shut) {
        runs = RunQueue.EMPTY; // until the next refresh, which no longer names the queues shut
        shut.subscribe().with(ignored -> {}, failure -> LOG.warnf("Not stopped yet: %s", failure.getMessage()));
    }

    /** One write at a time; what is answered in the meantime goes into the next. */
    private void record() {
        if (recordingNow > 0 || answers.isEmpty()) {
            return;
        }
        List<Advance> batch = answers;
        List<StatusEntry> log = entries;
        answers = new ArrayList<>();
        entries = new ArrayList<>();
        recordingNow = batch.size();
        write(batch, log);
    }

    private void write(List<Advance> batch, List<StatusEntry> log) {
        with.deliveries()
                .advance(batch, log)
                .onFailure()
                .invoke(failure -> LOG.warnf("Answers are not written yet: %s", failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
                .expireIn(Duration.ofMinutes(2).toMillis())
                .subscribe()
                .with(ignored -> onLoop(this::recorded), failure -> onLoop(() -> lost(batch, failure)));
    }

    private void recorded() {
        recordingNow = 0;
        pump();
    }

    /** The rows stay claimed. Under a new epoch the dispatcher puts them in doubt, and statuses bring the truth. */
    private void lost(List<Advance> batch, Throwable failure) {
        LOG.errorf("%d answers could not be written and are in doubt now: %s", batch.size(), failure.getMessage());
        broken = true;
        recorded();
    }

    private void onLoop(Runnable work) {
        if (Vertx.currentContext() == context) {
            work.run();
        } else {
            context.runOnContext(ignored -> work.run());
        }
    }
}
