package io.tiercast.event;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * The one writer of events. While a batch is being written the calls that come in gather, and the next batch takes them all. A call
 * is acknowledged when its batch is committed.
 */
@ApplicationScoped
class EventWriter {

    /** Events in one statement, about. */
    private static final int LARGEST_BATCH = 4_000;

    /** Events that may wait in memory; what is beyond is refused. */
    private static final int MOST_WAITING = 40_000;

    private final ContactEvents events;
    private final List<Message<List<ContactEvent>>> waiting = new ArrayList<>();
    private int waitingEvents;
    private boolean writing;

    EventWriter(ContactEvents events) {
        this.events = events;
    }

    @Incoming(EventChannel.NAME)
    CompletionStage<Void> take(Message<List<ContactEvent>> call) {
        if (!gather(call)) {
            return call.nack(new IllegalStateException("more events are waiting than can be held"));
        }
        writeNext();
        return CompletableFuture.completedFuture(null);
    }

    private synchronized boolean gather(Message<List<ContactEvent>> call) {
        if (waitingEvents > MOST_WAITING) {
            return false;
        }
        waitingEvents += call.getPayload().size();
        return waiting.add(call);
    }

    private void writeNext() {
        List<Message<List<ContactEvent>>> batch = nextBatch();
        if (!batch.isEmpty()) {
            write(batch).subscribe().with(stored -> acknowledge(batch), failure -> refuse(batch, failure));
        }
    }

    private synchronized List<Message<List<ContactEvent>>> nextBatch() {
        List<Message<List<ContactEvent>>> batch = new ArrayList<>();
        if (writing) {
            return batch;
        }
        int size = 0;
        while (batch.size() < waiting.size() && size < LARGEST_BATCH) {
            Message<List<ContactEvent>> call = waiting.get(batch.size());
            size += call.getPayload().size();
            batch.add(call);
        }
        waiting.subList(0, batch.size()).clear();
        waitingEvents -= size;
        writing = !batch.isEmpty();
        return batch;
    }

    private Uni<Void> write(List<Message<List<ContactEvent>>> batch) {
        return events.store(
                batch.stream().flatMap(call -> call.getPayload().stream()).toList());
    }

    private void acknowledge(List<Message<List<ContactEvent>>> batch) {
        done();
        batch.forEach(Message::ack);
    }

    private void refuse(List<Message<List<ContactEvent>>> batch, Throwable failure) {
        done();
        batch.forEach(call -> call.nack(failure));
    }

    private void done() {
        synchronized (this) {
            writing = false;
        }
        writeNext();
    }
}
