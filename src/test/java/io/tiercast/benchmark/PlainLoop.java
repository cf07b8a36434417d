package io.tiercast.benchmark;

import io.tiercast.outside.Account;
import io.tiercast.outside.Templates;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends messages as fast as Meta takes them, 64 at a time, and nothing else: no audience, no record, nothing counted. */
final class PlainLoop implements AutoCloseable {

    private static final int CONNECTIONS = 64;
    private static final String MESSAGE = """
            {"messaging_product":"whatsapp","recipient_type":"individual","to":"+91%d","type":"template","template":{"name":"%s",\
            "language":{"code":"en_US"},"components":[{"type":"header","parameters":[{"type":"text","text":"Person"}]},\
            {"type":"body","parameters":[{"type":"text","text":"Person"},{"type":"text","text":"Pune"},{"type":"text","text":"3"}]},\
            {"type":"button","sub_type":"url","index":"1","parameters":[{"type":"text","text":"Pune"}]}]}}""";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    private final RequestOptions request;
    private final AtomicInteger next = new AtomicInteger();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    PlainLoop(String baseUrl, Account account) {
        this.request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(baseUrl + "/v25.0/" + account.phoneNumberId() + "/messages")
                .putHeader("Authorization", "Bearer " + account.accessToken())
                .putHeader("Content-Type", "application/json");
    }

    /** Returns once all of them are answered; a loop that loses some is no limit to compare with. */
    void send(int messages) {
        CountDownLatch done = new CountDownLatch(CONNECTIONS);
        for (int i = 0; i < CONNECTIONS; i++) {
            sendOn(messages, done);
        }
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " requests failed", failures.peek());
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void sendOn(int messages, CountDownLatch done) {
        int i = next.getAndIncrement();
        if (i >= messages) {
            done.countDown();
        } else {
            one(i).onFailure(failures::add).onComplete(ignored -> sendOn(messages, done));
        }
    }

    private Future<Buffer> one(int i) {
        Buffer message = Buffer.buffer(MESSAGE.formatted(8_000_000_000L + i, Templates.SALE));
        return http.request(request).compose(open -> open.send(message)).compose(answer -> answer.body());
    }
}
