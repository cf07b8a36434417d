package io.tiercast.time;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** No clock begins another round once the application ends: it would find its database gone. What has begun, finishes. */
@ApplicationScoped
class LastRound {

    private static final int BEFORE_ALL_OTHERS = 1;

    void end(@Observes @Priority(BEFORE_ALL_OTHERS) ShutdownEvent event, Scheduler scheduler) {
        scheduler.pause();
    }
}
