package io.tiercast.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.client.impl.HttpContext;
import io.vertx.ext.web.client.impl.WebClientInternal;
import io.vertx.mutiny.ext.web.client.WebClient;
import java.util.concurrent.TimeoutException;

/**
 * Calls that end: one that is not over within its timeout, or that fails on the way, is broken off together with its connection. The client's own
 * timeout begins anew with every byte, so that an answer that trickles would hold its connection for ever.
 */
public final class LimitedCalls implements Handler<HttpContext<?>> {

    private static final String REQUEST = "limited-request";
    private static final String TIMER = "limited-timer";

    private final Vertx vertx;

    private LimitedCalls(Vertx vertx) {
        this.vertx = vertx;
    }

    /** A client whose requests each have a timeout. */
    public static WebClient client(io.vertx.mutiny.core.Vertx vertx, WebClientOptions options) {
        WebClient client = WebClient.create(vertx, options);
        ((WebClientInternal) client.getDelegate()).addInterceptor(new LimitedCalls(vertx.getDelegate()));
        return client;
    }

    @Override
    public void handle(HttpContext<?> call) {
        switch (call.phase()) {
            case SEND_REQUEST -> begin(call);
            case DISPATCH_RESPONSE -> end(call);
            case FAILURE -> breakOff(call);
            default -> {}
        }
        call.next();
    }

    private void begin(HttpContext<?> call) {
        HttpClientRequest request = call.clientRequest();
        long timeout = call.request().timeout();
        call.set(REQUEST, request);
        call.set(
                TIMER,
                vertx.setTimer(
                        timeout,
                        id -> request.reset(0, new TimeoutException("No whole answer in " + timeout + " ms"))));
    }

    private void end(HttpContext<?> call) {
        Long timer = call.get(TIMER);
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }

    private void breakOff(HttpContext<?> call) {
        end(call);
        HttpClientRequest request = call.get(REQUEST);
        if (request != null) {
            request.reset();
        }
    }
}
