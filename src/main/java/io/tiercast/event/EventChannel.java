package io.tiercast.event;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.tiercast.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** The sending end of the channel on which events travel from the API to the one writer. */
@ApplicationScoped
class EventChannel {

    static final String NAME = "events";

    /** Calls in the channel at once; more are answered by 503 and may come again. */
    private static final int CALLS = 64;

    private final MutinyEmitter<List<ContactEvent>> emitter;

    EventChannel(
            @Channel(NAME) @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = CALLS)
                    MutinyEmitter<List<ContactEvent>> emitter) {
        this.emitter = emitter;
    }

    /** Done when the events are committed; fails when they cannot be, or when there are too many to hold. */
    Uni<Void> send(List<ContactEvent> events) {
        return events.isEmpty()
                ? Uni.createFrom().voidItem()
                : emitter.send(events).onFailure(IllegalStateException.class).transform(EventChannel::busy);
    }

    private static HttpProblem busy(Throwable failure) {
        HttpProblem busy = Problems.of(
                503,
                "unavailable",
                "Unavailable",
                "More events come in than can be stored; please try again",
                List.of());
        return HttpProblem.builder(busy).withHeader("Retry-After", 1).build();
    }
}
