package io.tiercast.http;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Collects a body as it arrives, up to the limit. */
final class BodyReader {

    private final HttpServerRequest request;
    private final UniEmitter<? super byte[]> whole;
    private final Buffer bytes = Buffer.buffer();

    private BodyReader(HttpServerRequest request, UniEmitter<? super byte[]> whole) {
        this.request = request;
        this.whole = whole;
    }

    /** 413 beyond {@link BodyLimit}. */
    static Uni<byte[]> read(HttpServerRequest request) {
        return Uni.createFrom().emitter(whole -> new BodyReader(request, whole).listen());
    }

    private void listen() {
        if (request.isEnded()) {
            end();
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        request.exceptionHandler(whole::fail);
        request.endHandler(ended -> end());
        request.handler(this::add);
        request.resume();
    }

    /** What comes after too much is let go by. */
    private void add(Buffer part) {
        if (bytes.length() + part.length() > BodyLimit.BYTES) {
            request.handler(rest -> {});
            whole.fail(BodyLimit.tooLarge(request));
        } else {
            bytes.appendBuffer(part);
        }
    }

    private void end() {
        whole.complete(bytes.getBytes());
    }
}
