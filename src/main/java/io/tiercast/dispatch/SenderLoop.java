package io.tiercast.dispatch;

import io.smallrye.mutiny.Uni;
import io.tiercast.message.Advance;
import io.tiercast.message.Claim;
import io.tiercast.message.OpenRun;
import io.tiercast.message.StatusEntry;
import io.tiercast.message.Verdict;
import io.tiercast.meta.MarketingMessages;
import io.tiercast.meta.SendOutcome;
import io.tiercast.meta.SendOutcome.Refused;
import io.tiercast.meta.SendTemplate;
import io.tiercast.sender.SenderPace;
import io.tiercast.sender.SendingNumber;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends for one number while this process holds its lease: does what the {@link Engine} decides. Everything here happens on one
 * event loop, so neither needs a lock.
 */
final class SenderLoop implements Effects {

    private static final Logger LOG = Logger.getLogger(SenderLoop.class);
    /** Meta's code for what it would say itself, if a template could be written with other values than it has places for. */
    private static final int PARAMETERS_DIFFER = 132000;

    private static final Duration RECORD_AGAIN_FIRST = Duration.ofMillis(200);
    private static final Duration RECORD_AGAIN_LAST = Duration.ofSeconds(5);
    private static final Duration RECORD_WITHIN = Duration.ofMinutes(2);

    private final Collaborators with;
    private final Context context;
    private final long epoch;
    private final Engine engine;
    private final MarketingWays ways = new MarketingWays();

    private volatile SendingNumber number;
    private volatile boolean closing;
    private double inboundPerSecond;
    private Runnable whenDrained = () -> {};

    /** @param ownedUntil on the monotonic clock */
    SenderLoop(Collaborators with, Context context, SendingNumber number, long epoch, long ownedUntil) {
        this.with = with;
        this.context = context;
        this.number = number;
        this.epoch = epoch;
        this.engine =
                new Engine(this, number.throughputPerSecond(), ownedUntil, System::nanoTime, InstantSource.system());
    }

    long epoch() {
        return epoch;
    }

    boolean closing() {
        return closing;
    }

    boolean broken() {
        return engine.broken();
    }

    SenderPace.Pace pace() {
        return new SenderPace.Pace(number.id(), engine.effectivePerSecond(), engine.limitedBy());
    }

    /** The lease was renewed. */
    void owned(long untilNanos) {
        onLoop(() -> engine.owned(untilNanos));
    }

    /** What comes in uses the same throughput, and what Meta said later counts like an answer. */
    void load(SenderPace.Load load) {
        onLoop(() -> {
            inboundPerSecond = load.inboundPerSecond();
            if (load.tooFast()) {
                engine.throttled(load.rest());
            }
        });
    }

    /** The number as it is now, since its token, its rate and the way of its messages may have changed, and the queues that may be claimed from. */
    void refresh(SendingNumber current, List<OpenRun> open) {
        onLoop(() -> {
            number = current;
            engine.rate(current.sendingRate(inboundPerSecond));
            engine.refresh(open);
        });
    }

    /** Claims no more, sends what is claimed, writes down the answers; then the Uni completes. */
    Uni<Void> drain() {
        closing = true;
        return Uni.createFrom()
                .emitter(emitter -> onLoop(() -> {
                    whenDrained = () -> emitter.complete(null);
                    engine.close();
                }));
    }

    @Override
    public void drained() {
        whenDrained.run();
        whenDrained = () -> {};
    }

    @Override
    public void claim(OpenRun run, int limit) {
        with.claims()
                .claim(number.id(), epoch, run.campaignId(), limit)
                .subscribe()
                .with(
                        claims -> onLoop(() -> engine.claimed(run, claims)),
                        failure -> onLoop(() -> claimFailed(failure)));
    }

    private void claimFailed(Throwable failure) {
        LOG.warnf("A claim for sender %d failed, its lease is taken anew: %s", number.id(), failure.getMessage());
        engine.claimFailed();
    }

    @Override
    public void send(OpenRun run, Claim claim) {
        MarketingMessages way = ways.of(number.marketingMessages(), run);
        String template;
        try {
            template = with.templates().render(run, claim.params());
        } catch (RuntimeException e) {
            context.runOnContext(later -> engine.answered(claim, new Refused(PARAMETERS_DIFFER, e.getMessage())));
            return;
        }
        with.client()
                .send(number.provider(), request(claim, template, way))
                .subscribe()
                .with(outcome -> onLoop(() -> answered(run, claim, way, outcome)));
    }

    private SendTemplate request(Claim claim, String template, MarketingMessages way) {
        return new SendTemplate(
                number.phoneNumberId(),
                number.accessToken(),
                claim.phone(),
                template,
                with.callbackData().encode(claim.asAttempt()),
                way);
    }

    /** What was refused provably did not go, so that this is no second try of a message that may have gone. */
    private void answered(OpenRun run, Claim claim, MarketingMessages way, SendOutcome outcome) {
        if (ways.fallBack(way, outcome, run)) {
            engine.sendAgain(run, claim);
        } else {
            engine.answered(claim, outcome);
        }
    }

    @Override
    public void record(List<Advance> answers, List<StatusEntry> log) {
        remember(log)
                .chain(() -> with.deliveries().advance(answers, log))
                .onFailure()
                .invoke(failure -> LOG.warnf("Answers are not written yet: %s", failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(RECORD_AGAIN_FIRST, RECORD_AGAIN_LAST)
                .expireIn(RECORD_WITHIN.toMillis())
                .subscribe()
                .with(
                        ignored -> onLoop(engine::recorded),
                        failure -> onLoop(() -> recordLost(answers.size(), failure)));
    }

    /** Where statuses do not bring our mark back, the provider's ids are all that will lead to the messages. */
    private Uni<Void> remember(List<StatusEntry> log) {
        return number.provider().capabilities().evidence()
                ? Uni.createFrom().voidItem()
                : with.providerMessages().remember(number.id(), log);
    }

    private void recordLost(int answers, Throwable failure) {
        LOG.errorf("%d answers could not be written and are in doubt now: %s", answers, failure.getMessage());
        engine.recordLost();
    }

    @Override
    public void follow(Verdict verdict) {
        logFailure(with.consequences().follow(List.of(verdict)));
    }

    @Override
    public void stopCampaign(long campaignId, int code) {
        logFailure(with.consequences().stopCampaign(campaignId, code));
    }

    @Override
    public void wakeIn(long nanos) {
        long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos));
        context.owner().setTimer(millis, ignored -> onLoop(engine::woken));
    }

    /** The next message that is answered alike starts it again. */
    private static void logFailure(Uni<Void> work) {
        work.subscribe().with(ignored -> {}, failure -> LOG.warnf("Not stopped yet: %s", failure.getMessage()));
    }

    private void onLoop(Runnable work) {
        if (Vertx.currentContext() == context) {
            work.run();
        } else {
            context.runOnContext(ignored -> work.run());
        }
    }
}
