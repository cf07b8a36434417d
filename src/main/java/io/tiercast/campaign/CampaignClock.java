package io.tiercast.campaign;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Moves campaigns on by themselves. Each round finds everything in the tables, so that a round that failed, or a process that
 * died, is made up for by the next one.
 */
@ApplicationScoped
class CampaignClock {

    /** Where it is told that there is something to start. */
    static final String LAUNCHED = "campaign-launched";

    private static final Logger LOG = Logger.getLogger(CampaignClock.class);

    private final CampaignStates states;
    private final CampaignStart start;
    private final CampaignWatch watch;
    private final AtomicBoolean starting = new AtomicBoolean();

    CampaignClock(CampaignStates states, CampaignStart start, CampaignWatch watch) {
        this.states = states;
        this.start = start;
        this.watch = watch;
    }

    /**
     * Apart from the rest: a big audience takes seconds to freeze, and other campaigns have times to keep meanwhile. Who cancels
     * one that is being frozen waits for it here, so that its people are skipped and not forgotten.
     */
    @Scheduled(every = "1s", identity = "campaign-starts-and-ends", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> startsAndEnds() {
        if (!starting.compareAndSet(false, true)) {
            return Uni.createFrom().voidItem();
        }
        return anyway(states.startDue()
                        .chain(() -> each(EnumSet.of(CampaignState.PREPARING), start::prepare))
                        .chain(() -> each(EnumSet.of(CampaignState.CANCELLING), watch::cancelling)))
                .onTermination()
                .invoke(() -> starting.set(false));
    }

    /** Who launches need not wait for the next round; while one goes on, they do: one audience is frozen at a time. */
    @ConsumeEvent(LAUNCHED)
    Uni<Void> launched(long campaignId) {
        return startsAndEnds();
    }

    @Scheduled(every = "1s", identity = "campaigns", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return anyway(each(EnumSet.of(CampaignState.RUNNING, CampaignState.WAITING), watch::going)
                .chain(() -> each(EnumSet.of(CampaignState.PAUSED), watch::paused))
                .chain(states::finishedButNotSettled)
                .chain(ids -> each(ids, watch::finished)));
    }

    /** A round that fails is made up for by the next one. */
    private static Uni<Void> anyway(Uni<Void> round) {
        return round.onFailure()
                .invoke(failure -> LOG.warnf("A round over the campaigns failed: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> each(EnumSet<CampaignState> in, Function<Long, Uni<Void>> work) {
        return states.in(in).chain(ids -> each(ids, work));
    }

    /** One after the other; one that fails does not hold up the others. */
    private static Uni<Void> each(List<Long> ids, Function<Long, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> work.apply(id)
                        .onFailure()
                        .invoke(failure -> LOG.warnf(failure, "Campaign %d could not be moved on", id))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
