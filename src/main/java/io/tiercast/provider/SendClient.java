package io.tiercast.provider;

import io.smallrye.mutiny.Uni;
import io.tiercast.http.LimitedAnswer;
import io.tiercast.http.OutgoingAddresses;
import io.tiercast.meta.GraphEndpoint;
import io.tiercast.meta.SendOutcome;
import io.tiercast.meta.SendOutcome.InDoubt;
import io.tiercast.meta.SendOutcome.NotSent;
import io.tiercast.meta.SendOutcome.Refused;
import io.tiercast.meta.SendTemplate;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

/**
 * Sends template messages, through whatever provider: one HTTP attempt each and never a second one, since there is no idempotency key. Always answers
 * with an outcome and never fails.
 */
@ApplicationScoped
public class SendClient {

    /** Requests under way at once, to all numbers together; at a second's latency two thousand messages a second. */
    private static final int CONNECTIONS = 2_048;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    /** For the whole answer; a limit that each byte begins anew would let one that trickles hold its place for ever. */
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private static final Duration SWEEP = Duration.ofSeconds(1);

    // Idle connections are given up by us well before Meta's servers do, so that a send rarely meets a stale one.
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

    private final Vertx vertx;
    private final HttpClient http;
    private final GraphEndpoint meta;
    private final OutgoingAddresses addresses;
    private final Duration deadline;

    /** With the time of {@link System#nanoTime} at which each was written: one look a second at all costs less than a timer for each. */
    private final Map<HttpClientRequest, Long> underWay = new ConcurrentHashMap<>();

    @Inject
    public SendClient(Vertx vertx, GraphEndpoint meta, OutgoingAddresses addresses) {
        this(vertx, meta, addresses, DEADLINE);
    }

    SendClient(Vertx vertx, GraphEndpoint meta, OutgoingAddresses addresses, Duration deadline) {
        this.vertx = vertx;
        this.deadline = deadline;
        this.meta = meta;
        this.addresses = addresses;
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
                .setKeepAliveTimeout((int) KEEP_ALIVE.toSeconds());
        this.http = vertx.createHttpClient(
                options, new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(CONNECTIONS));
        vertx.setPeriodic(SWEEP.toMillis(), round -> breakOffOverdue());
    }

    public Uni<SendOutcome> send(Provider provider, SendTemplate message) {
        return Uni.createFrom().completionStage(() -> attempt(provider, message).toCompletionStage());
    }

    private Future<SendOutcome> attempt(Provider provider, SendTemplate message) {
        SendRequest request;
        RequestOptions options;
        try {
            request = provider.request(message);
            options = options(request);
        } catch (RuntimeException e) {
            return unwritten(e);
        }
        return http.request(options)
                .transform(connected -> connected.succeeded()
                        ? exchange(provider, request, connected.result())
                        : Future.succeededFuture(new NotSent(connected.cause().toString())));
    }

    /** Not answered at once: whoever sends many would be called back within its own call, again and again. */
    private Future<SendOutcome> unwritten(RuntimeException fault) {
        Promise<SendOutcome> answer = Promise.promise();
        vertx.runOnContext(
                later -> answer.complete(new Refused(Refusal.UNNAMED, "The request cannot be written: " + fault)));
        return answer.future();
    }

    private RequestOptions options(SendRequest request) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(address(request))
                .setConnectTimeout(CONNECT_TIMEOUT.toMillis());
        request.headers().forEach(options::putHeader);
        return options;
    }

    private String address(SendRequest request) {
        return request.path().isEmpty() ? request.base() : meta.url(request.base(), request.path());
    }

    private Future<SendOutcome> exchange(Provider provider, SendRequest request, HttpClientRequest connection) {
        if (request.base() != null && !mayBeCalled(connection)) {
            connection.reset();
            return Future.succeededFuture(new NotSent("The name stands for an address that is not public"));
        }
        underWay.put(connection, System.nanoTime());
        return connection
                .send(Buffer.buffer(request.body()))
                .compose(response ->
                        LimitedAnswer.of(response).map(body -> provider.answer(response.statusCode(), body.getBytes())))
                .onComplete(answered -> underWay.remove(connection))
                .otherwise(failure -> new InDoubt(failure.toString()));
    }

    private void breakOffOverdue() {
        long latest = System.nanoTime() - deadline.toNanos();
        underWay.forEach((connection, written) -> {
            if (written - latest < 0 && underWay.remove(connection) != null) {
                connection.reset(0, new TimeoutException("No whole answer in " + deadline));
            }
        });
    }

    /** Looked at once it is connected, since a name may stand for another address each time. */
    private boolean mayBeCalled(HttpClientRequest connection) {
        try {
            String literal = connection.connection().remoteAddress().hostAddress();
            return addresses.allows(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
