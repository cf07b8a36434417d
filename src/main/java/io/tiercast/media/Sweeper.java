package io.tiercast.media;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes what uploads left behind that ended with the process. */
@ApplicationScoped
class Sweeper {

    private final IncomingFiles incoming;

    Sweeper(IncomingFiles incoming) {
        this.incoming = incoming;
    }

    @Scheduled(every = "1h", delayed = "2m", identity = "media-sweeper", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return incoming.sweep();
    }
}
