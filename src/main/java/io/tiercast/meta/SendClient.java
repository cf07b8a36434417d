package io.tiercast.meta;

import io.smallrye.mutiny.Uni;
import io.tiercast.meta.SendOutcome.InDoubt;
import io.tiercast.meta.SendOutcome.NotSent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Sends template messages: one HTTP attempt each and never a second one, since Meta has no idempotency key. Always answers
 * with an outcome and never fails.
 */
@ApplicationScoped
public class SendClient {

    /** Requests under way at once, to all numbers together; at a second's latency two thousand messages a second. */
    private static final int CONNECTIONS = 2_048;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(60);

    // Idle connections are given up by us well before Meta's servers do, so that a send rarely meets a stale one.
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

    private final HttpClient http;
    private final GraphEndpoint endpoint;

    public SendClient(Vertx vertx, GraphEndpoint endpoint) {
        this.endpoint = endpoint;
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
                .setKeepAliveTimeout((int) KEEP_ALIVE.toSeconds())
                .setIdleTimeout((int) RESPONSE_TIMEOUT.toSeconds() + 5)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        this.http = vertx.createHttpClient(
                options, new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(CONNECTIONS));
    }

    public Uni<SendOutcome> send(SendTemplate message) {
        return Uni.createFrom().completionStage(() -> attempt(message).toCompletionStage());
    }

    private Future<SendOutcome> attempt(SendTemplate message) {
        return http.request(request(message))
                .transform(connected -> connected.succeeded()
                        ? exchange(connected.result(), message)
                        : Future.succeededFuture(new NotSent(connected.cause().toString())));
    }

    private RequestOptions request(SendTemplate message) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(endpoint.url(
                        null, message.phoneNumberId() + message.marketing().path()))
                .putHeader("Authorization", "Bearer " + message.accessToken())
                .putHeader("Content-Type", "application/json")
                .setConnectTimeout(CONNECT_TIMEOUT.toMillis())
                .setIdleTimeout(RESPONSE_TIMEOUT.toMillis());
    }

    private static Future<SendOutcome> exchange(HttpClientRequest request, SendTemplate message) {
        return request.send(Buffer.buffer(message.json()))
                .compose(response ->
                        response.body().map(body -> SendAnswer.read(response.statusCode(), body.getBytes())))
                .otherwise(failure -> new InDoubt(failure.toString()));
    }
}
