package io.tiercast.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.tiercast.message.OpenRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * The clock of sending. Everything is learnt from the tables, tick by tick: a wake-up that gets lost costs a tick and never a
 * message.
 */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration DRAIN = Duration.ofSeconds(25);

    private final OpenRuns runs;
    private final SenderLoops loops;
    private Cancellable ticking = () -> {};

    Dispatcher(OpenRuns runs, SenderLoops loops) {
        this.runs = runs;
        this.loops = loops;
    }

    void start(@Observes StartupEvent event) {
        ticking = Multi.createFrom()
                .ticks()
                .every(TICK)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(number -> tick(number))
                .subscribe()
                .with(ignored -> {}, failure -> LOG.error("Nothing is sent any more", failure));
    }

    /** No new claims; what is claimed goes out and is written down. The process may end only after that, so this waits. */
    void stop(@Observes ShutdownEvent event) {
        ticking.cancel();
        loops.closeAll()
                .ifNoItem()
                .after(DRAIN)
                .recoverWithUni(Uni.createFrom().voidItem())
                .await()
                .indefinitely();
    }

    private Uni<Void> tick(long number) {
        return runs.senders()
                .chain(loops::openMissing)
                .chain(() -> loops.renew(number))
                .chain(loops::refresh)
                .onFailure()
                .invoke(failure -> LOG.warnf("A tick of the dispatcher failed: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
