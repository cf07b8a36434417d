package io.tiercast.sql;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * One writer for what comes in by calls. While a batch is being written the calls that come in gather, and the next batch takes
 * them all: the busier it is, the larger the batches. A call is acknowledged when its batch is committed.
 *
 * @param <T> what a call carries, several at a time
 */
public final class GroupCommit<T> {

    private final int largestBatch;
    private final int mostWaiting;
    private final Function<List<T>, Uni<Void>> write;
    private final List<Message<List<T>>> waiting = new ArrayList<>();
    private int itemsWaiting;
    private boolean writing;

    /**
     * @param largestBatch items in one write, about
     * @param mostWaiting items that may wait in memory; what is beyond is refused
     * @param write done when the items are committed
     */
    public GroupCommit(int largestBatch, int mostWaiting, Function<List<T>, Uni<Void>> write) {
        this.largestBatch = largestBatch;
        this.mostWaiting = mostWaiting;
        this.write = write;
    }

    public CompletionStage<Void> take(Message<List<T>> call) {
        if (!gather(call)) {
            return call.nack(new IllegalStateException("more is waiting than can be held"));
        }
        writeNext();
        return CompletableFuture.completedFuture(null);
    }

    private synchronized boolean gather(Message<List<T>> call) {
        if (itemsWaiting > mostWaiting) {
            return false;
        }
        itemsWaiting += call.getPayload().size();
        return waiting.add(call);
    }

    private void writeNext() {
        List<Message<List<T>>> batch = nextBatch();
        if (!batch.isEmpty()) {
            Uni.createFrom()
                    .deferred(() -> write.apply(items(batch))) // what it throws must not stop the writer for good
                    .subscribe()
                    .with(ignored -> acknowledge(batch), failure -> refuse(batch, failure));
        }
    }

    private synchronized List<Message<List<T>>> nextBatch() {
        List<Message<List<T>>> batch = new ArrayList<>();
        if (writing) {
            return batch;
        }
        int items = 0;
        while (batch.size() < waiting.size() && items < largestBatch) {
            Message<List<T>> call = waiting.get(batch.size());
            items += call.getPayload().size();
            batch.add(call);
        }
        waiting.subList(0, batch.size()).clear();
        itemsWaiting -= items;
        writing = !batch.isEmpty();
        return batch;
    }

    private static <T> List<T> items(List<Message<List<T>>> batch) {
        return batch.stream().flatMap(call -> call.getPayload().stream()).toList();
    }

    private void acknowledge(List<Message<List<T>>> batch) {
        done();
        batch.forEach(Message::ack);
    }

    private void refuse(List<Message<List<T>>> batch, Throwable failure) {
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
