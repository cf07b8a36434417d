package io.tiercast.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.tiercast.http.OutgoingAddresses;
import io.tiercast.meta.MarketingMessages;
import io.tiercast.meta.SendOutcome;
import io.tiercast.meta.SendOutcome.Accepted;
import io.tiercast.meta.SendOutcome.InDoubt;
import io.tiercast.meta.SendOutcome.NotSent;
import io.tiercast.meta.SendOutcome.Refused;
import io.tiercast.meta.SendTemplate;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One attempt over a real line. */
class SendClientTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private static final Duration DEADLINE = Duration.ofSeconds(1);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger requests = new AtomicInteger();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void anAddressThatIsNotPublicGetsNothing() {
        int port = serve(request -> request.response().end("{\"id\":\"m-1\"}"));
        assertInstanceOf(NotSent.class, send(port, false));
        assertEquals(0, requests.get());
        assertEquals(new Accepted("m-1", null, false), send(port, true));
        assertEquals(1, requests.get());
    }

    @Test
    void whatBreaksOffAfterItLeftIsInDoubtAndNotTriedAgain() {
        int port = serve(request -> request.connection().close());
        assertInstanceOf(InDoubt.class, send(port, true));
        assertEquals(1, requests.get());
    }

    @Test
    void anAnswerThatTricklesIsInDoubtAndItsConnectionClosed() throws Exception {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        int port = serve(request -> trickle(request, closed));
        assertInstanceOf(InDoubt.class, send(port, true));
        closed.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void anAnswerWithoutEndIsInDoubtAndItsConnectionClosed() throws Exception {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        int port = serve(request -> {
            request.connection().closeHandler(closed::complete);
            request.response().setChunked(true).write(" ".repeat(2_000_000));
        });
        assertInstanceOf(InDoubt.class, send(port, true));
        closed.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void whatFindsNobodyIsNotSent() {
        assertInstanceOf(NotSent.class, send(1, true));
    }

    @Test
    void aRequestThatCannotBeWrittenIsAFaultOfTheDescriptionAndNotSent() {
        assertInstanceOf(Refused.class, send("http://127.0.0.1:1/send", true, "no JSON"));
    }

    private void trickle(HttpServerRequest request, CompletableFuture<Void> closed) {
        request.response().setChunked(true);
        long drops = vertx.setPeriodic(100, drop -> request.response().write(" "));
        request.connection().closeHandler(end -> {
            vertx.cancelTimer(drops);
            closed.complete(null);
        });
    }

    private int serve(io.vertx.core.Handler<HttpServerRequest> answer) {
        HttpServer server = vertx.createHttpServer().requestHandler(request -> {
            requests.incrementAndGet();
            request.body().onSuccess(body -> answer.handle(request));
        });
        return server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    private SendOutcome send(int port, boolean privateAddresses) {
        return send("http://127.0.0.1:%d/send".formatted(port), privateAddresses, "{\"name\":\"a\"}");
    }

    private SendOutcome send(String url, boolean privateAddresses, String template) {
        Provider provider = new JsonObject("""
                {"type":"HTTP","send":{"url":"%s","body":{"to":"{{to}}"}},"answer":{"messageId":"/id"},
                 "callbacks":{"type":"HEADER","name":"X"},"number":{"displayPhoneNumber":"+15550001111","throughputPerSecond":1}}""".formatted(url)).mapTo(Provider.class);
        SendClient client = new SendClient(vertx, null, new OutgoingAddresses(() -> privateAddresses, vertx), DEADLINE);
        SendTemplate message =
                new SendTemplate("1", "secret", "+919800000001", template, "mark", MarketingMessages.OFF);
        return client.send(provider, message).await().atMost(SOON);
    }
}
