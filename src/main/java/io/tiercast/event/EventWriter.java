package io.tiercast.event;

import io.tiercast.sql.GroupCommit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** The one writer of events. */
@ApplicationScoped
class EventWriter {

    private static final int LARGEST_BATCH = 4_000;
    private static final int MOST_WAITING = 40_000;

    private final GroupCommit<ContactEvent> calls;

    EventWriter(ContactEvents events) {
        this.calls = new GroupCommit<>(LARGEST_BATCH, MOST_WAITING, events::store);
    }

    @Incoming(EventChannel.NAME)
    CompletionStage<Void> take(Message<List<ContactEvent>> call) {
        return calls.take(call);
    }
}
