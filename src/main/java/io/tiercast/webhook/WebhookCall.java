package io.tiercast.webhook;

import io.smallrye.mutiny.Uni;
import io.tiercast.meta.MalformedPayload;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
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

    private final RoutingContext call;
    private final Buffer body = Buffer.buffer();

    private WebhookCall(RoutingContext call) {
        this.call = call;
    }

    /** @param take answers with the HTTP status, once all that the bytes carry is stored */
    static void receive(RoutingContext call, Function<byte[], Uni<Integer>> take) {
        new WebhookCall(call).listen(take);
    }

    private void listen(Function<byte[], Uni<Integer>> take) {
        call.request()
                .handler(part -> {
                    if (body.length() <= LARGEST_BODY) {
                        body.appendBuffer(part);
                    }
                })
                .exceptionHandler(failure -> LOG.debugf("A webhook call broke off: %s", failure.getMessage()))
                .endHandler(ignored -> received(take));
    }

    private void received(Function<byte[], Uni<Integer>> take) {
        if (body.length() > LARGEST_BODY) {
            answer(call, 413);
            return;
        }
        take.apply(body.getBytes())
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
