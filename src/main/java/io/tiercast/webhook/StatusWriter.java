package io.tiercast.webhook;

import io.smallrye.mutiny.Uni;
import io.tiercast.message.Consequences;
import io.tiercast.message.Deliveries;
import io.tiercast.meta.WebhookEvent.StatusEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * The one writer of statuses. While a batch is being written the calls that come in gather, and the next batch takes them all:
 * the busier it is, the larger the batches. A call is acknowledged when its batch is committed.
 */
@ApplicationScoped
class StatusWriter {

    /** Statuses in one statement; larger ones gain nothing more. */
    private static final int LARGEST_BATCH = 2_000;

    /** Statuses that may wait in memory; what is beyond is refused and comes again. */
    private static final int MOST_WAITING = 60_000;

    private final Deliveries deliveries;
    private final StatusTranslator translator;
    private final Consequences consequences;
    private final List<Message<List<StatusEvent>>> waiting = new ArrayList<>();
    private int waitingStatuses;
    private boolean writing;

    StatusWriter(Deliveries deliveries, StatusTranslator translator, Consequences consequences) {
        this.deliveries = deliveries;
        this.translator = translator;
        this.consequences = consequences;
    }

    @Incoming(StatusChannel.NAME)
    CompletionStage<Void> take(Message<List<StatusEvent>> call) {
        if (!gather(call)) {
            return call.nack(new IllegalStateException("more statuses are waiting than can be held"));
        }
        writeNext();
        return CompletableFuture.completedFuture(null);
    }

    private synchronized boolean gather(Message<List<StatusEvent>> call) {
        if (waitingStatuses > MOST_WAITING) {
            return false;
        }
        waitingStatuses += call.getPayload().size();
        return waiting.add(call);
    }

    private void writeNext() {
        List<Message<List<StatusEvent>>> batch = nextBatch();
        if (!batch.isEmpty()) {
            write(batch).subscribe().with(ignored -> acknowledge(batch), failure -> refuse(batch, failure));
        }
    }

    private synchronized List<Message<List<StatusEvent>>> nextBatch() {
        List<Message<List<StatusEvent>>> batch = new ArrayList<>();
        if (writing) {
            return batch;
        }
        int statuses = 0;
        while (batch.size() < waiting.size() && statuses < LARGEST_BATCH) {
            Message<List<StatusEvent>> call = waiting.get(batch.size());
            statuses += call.getPayload().size();
            batch.add(call);
        }
        waiting.subList(0, batch.size()).clear();
        waitingStatuses -= statuses;
        writing = !batch.isEmpty();
        return batch;
    }

    private Uni<Void> write(List<Message<List<StatusEvent>>> batch) {
        StatusTranslator.Batch statuses = translator.translate(
                batch.stream().flatMap(call -> call.getPayload().stream()).toList());
        return deliveries
                .advance(statuses.evidence(), statuses.log())
                .chain(() -> consequences.follow(statuses.verdicts()));
    }

    private void acknowledge(List<Message<List<StatusEvent>>> batch) {
        done();
        batch.forEach(Message::ack);
    }

    private void refuse(List<Message<List<StatusEvent>>> batch, Throwable failure) {
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
