package io.tiercast.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Servers that go on and on. */
class LimitedCallsTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    @Test
    void aWholeAnswerIsRead() {
        assertEquals("hello", call(request -> request.response().end("hello")));
    }

    @Test
    void anAnswerThatTricklesIsBrokenOffWithItsConnection() throws Exception {
        assertThrows(RuntimeException.class, () -> call(this::trickle));
        closed.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void anAnswerThatIsTooLongIsBrokenOffWithItsConnection() throws Exception {
        RuntimeException failure = assertThrows(
                RuntimeException.class,
                () -> call(request -> request.response().setChunked(true).write(" ".repeat(2_000_000))));
        assertTrue(failure.getMessage().contains("longer than"), failure.getMessage());
        closed.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    private void trickle(HttpServerRequest request) {
        request.response().setChunked(true);
        long drops =
                vertx.getDelegate().setPeriodic(100, drop -> request.response().write(" "));
        closed.whenComplete((end, failure) -> vertx.cancelTimer(drops));
    }

    private String call(Handler<HttpServerRequest> answer) {
        int port = vertx.getDelegate()
                .createHttpServer()
                .requestHandler(request -> {
                    request.connection().closeHandler(closed::complete);
                    answer.handle(request);
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        return LimitedCalls.client(vertx, new WebClientOptions())
                .requestAbs(HttpMethod.GET, "http://127.0.0.1:" + port)
                .as(LimitedAnswer.codec())
                .timeout(1_000)
                .send()
                .await()
                .atMost(SOON)
                .bodyAsString();
    }
}
