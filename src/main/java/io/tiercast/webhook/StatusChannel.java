package io.tiercast.webhook;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.tiercast.meta.WebhookEvent.StatusEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** The sending end of the channel on which statuses travel from the webhook to the one writer. */
@ApplicationScoped
class StatusChannel {

    static final String NAME = "statuses";

    /** Webhook calls in the channel at once; more are answered by 503 and come again. */
    private static final int CALLS = 1_024;

    private final MutinyEmitter<List<StatusEvent>> emitter;

    StatusChannel(
            @Channel(NAME) @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = CALLS)
                    MutinyEmitter<List<StatusEvent>> emitter) {
        this.emitter = emitter;
    }

    /** Done when the statuses are committed; fails when they cannot be, or when there are too many to hold. */
    Uni<Void> send(List<StatusEvent> statuses) {
        return statuses.isEmpty() ? Uni.createFrom().voidItem() : emitter.send(statuses);
    }
}
