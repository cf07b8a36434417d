package io.tiercast.sandbox;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes accepted messages down before they are answered: what arrives within a few milliseconds, or while a batch is being
 * written, makes up the next batch.
 */
@ApplicationScoped
class SendJournal {

    private static final int COLLECT_MILLIS = 3;
    private static final int MOST = 1_000;

    private record Entry(AcceptedMessage message, UniEmitter<? super AcceptedMessage> answer) {}

    private final SandboxStore store;
    private final Vertx vertx;
    private List<Entry> waiting = new ArrayList<>();
    private boolean busy;

    SendJournal(SandboxStore store, Vertx vertx) {
        this.store = store;
        this.vertx = vertx;
    }

    /** The message itself, once it is kept. */
    Uni<AcceptedMessage> write(AcceptedMessage message) {
        return Uni.createFrom().emitter(answer -> collect(new Entry(message, answer)));
    }

    private synchronized void collect(Entry entry) {
        waiting.add(entry);
        if (!busy) {
            busy = true;
            vertx.setTimer(COLLECT_MILLIS, timer -> writeWaiting());
        }
    }

    private void writeWaiting() {
        List<Entry> batch = nextBatch();
        if (!batch.isEmpty()) {
            store.accept(batch.stream().map(Entry::message).toList())
                    .subscribe()
                    .with(written -> finish(batch), failure -> fail(batch, failure));
        }
    }

    private synchronized List<Entry> nextBatch() {
        List<Entry> batch = waiting;
        waiting = new ArrayList<>();
        if (batch.size() > MOST) {
            waiting.addAll(batch.subList(MOST, batch.size()));
            batch = batch.subList(0, MOST);
        }
        busy = !batch.isEmpty();
        return batch;
    }

    private void finish(List<Entry> batch) {
        writeWaiting();
        batch.forEach(entry -> entry.answer().complete(entry.message()));
    }

    private void fail(List<Entry> batch, Throwable failure) {
        writeWaiting();
        batch.forEach(entry -> entry.answer().fail(failure));
    }
}
