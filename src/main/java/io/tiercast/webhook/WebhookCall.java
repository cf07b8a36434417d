package io.tiercast.webhook;

import io.smallrye.mutiny.Uni;
import io.tiercast.meta.MalformedPayload;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * One call from outside: its bytes as they came, since signatures are over them, and an answer once it is known what became of
 * them. Anything but 200 makes the caller call again.
 */
final class WebhookCall {

    private static final Logger LOG = Logger.getLogger(WebhookCall.class);

    /** Meta sends up to 3 MB. */
    private static final int LARGEST_BODY = 4 * 1024 * 1024;

    /** Of all calls together, since anybody may begin one: what is beyond is answered by 503, and comes again. */
    private static final long MOST_HELD = 48L * 1024 * 1024;

    private static final AtomicLong HELD = new AtomicLong();

    private final RoutingContext call;
    private Buffer body = Buffer.buffer();

    /** The status of the refusal; 0: there is none. */
    private int refused;

    private WebhookCall(RoutingContext call) {
        this.call = call;
    }

    /** @param take answers with the HTTP status, once all that the bytes carry is stored */
    static void receive(RoutingContext call, Function<byte[], Uni<Integer>> take) {
        new WebhookCall(call).listen(take);
    }

    private void listen(Function<byte[], Uni<Integer>> take) {
        call.request().handler(this::add).exceptionHandler(this::brokenOff).endHandler(ignored -> received(take));
    }

    private void add(Buffer part) {
        if (refused != 0) {
            return;
        }
        if (body.length() + part.length() > LARGEST_BODY) {
            refused = 413;
        } else if (HELD.addAndGet(part.length()) > MOST_HELD) {
            HELD.addAndGet(-part.length());
            refused = 503;
        } else {
            body.appendBuffer(part);
            return;
        }
        letGo();
    }

    private void brokenOff(Throwable failure) {
        LOG.debugf("A webhook call broke off: %s", failure.getMessage());
        letGo();
    }

    private synchronized void letGo() {
        HELD.addAndGet(-body.length());
        body = Buffer.buffer();
    }

    private void received(Function<byte[], Uni<Integer>> take) {
        if (refused != 0) {
            answer(call, refused);
            return;
        }
        Uni.createFrom()
                .deferred(() -> take.apply(body.getBytes())) // what it throws must be answered, too
                .onTermination()
                .invoke(this::letGo)
                .subscribe()
                .with(status -> answer(call, status), failure -> answer(call, refusal(failure)));
    }

    private static int refusal(Throwable failure) {
        if (failure instanceof MalformedPayload) {
            return 400;
        }
        // Not lost: it comes again.
        LOG.warnf("A webhook call could not be stored and will come again: %s", failure.getMessage());
        return 503;
    }

    static void answer(RoutingContext call, int status) {
        if (!call.response().ended() && !call.response().closed()) {
            call.response().setStatusCode(status).end();
        }
    }
}
