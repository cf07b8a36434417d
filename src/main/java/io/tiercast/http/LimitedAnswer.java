package io.tiercast.http;

import io.smallrye.mutiny.vertx.TypeArg;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.ext.web.codec.spi.BodyStream;
import io.vertx.mutiny.ext.web.codec.BodyCodec;

/** An answer as a whole, held in memory up to a size that no honest one reaches; a longer one fails. */
public final class LimitedAnswer implements BodyStream<Buffer> {

    /** Bytes. */
    private static final int MOST = 1024 * 1024;

    private final Buffer held = Buffer.buffer();
    private final Promise<Buffer> whole = Promise.promise();

    private LimitedAnswer() {}

    /** For the answers to a web client's requests. */
    public static BodyCodec<io.vertx.mutiny.core.buffer.Buffer> codec() {
        return BodyCodec.newInstance(
                created -> created.handle(Future.succeededFuture(new LimitedAnswer())),
                new TypeArg<>(
                        whole -> io.vertx.mutiny.core.buffer.Buffer.newInstance((Buffer) whole),
                        io.vertx.mutiny.core.buffer.Buffer::getDelegate));
    }

    /** The body of an answer; one that is too long closes its connection. */
    public static Future<Buffer> of(HttpClientResponse response) {
        LimitedAnswer answer = new LimitedAnswer();
        response.exceptionHandler(answer::handle)
                .handler(part -> answer.write(part)
                        .onFailure(tooLong -> response.request().reset(0, tooLong)))
                .endHandler(end -> answer.end());
        return answer.result();
    }

    @Override
    public Future<Void> write(Buffer part) {
        if (held.length() + part.length() > MOST) {
            handle(new IllegalStateException("The answer is longer than " + MOST + " bytes"));
        } else {
            held.appendBuffer(part);
        }
        return whole.future().failed() ? Future.failedFuture(whole.future().cause()) : Future.succeededFuture();
    }

    @Override
    public void write(Buffer part, Handler<AsyncResult<Void>> written) {
        write(part).onComplete(written);
    }

    @Override
    public void end(Handler<AsyncResult<Void>> ended) {
        whole.tryComplete(held);
        if (ended != null) {
            ended.handle(Future.succeededFuture());
        }
    }

    @Override
    public void handle(Throwable failure) {
        whole.tryFail(failure);
    }

    @Override
    public Future<Buffer> result() {
        return whole.future();
    }

    @Override
    public LimitedAnswer exceptionHandler(Handler<Throwable> handler) {
        return this;
    }

    @Override
    public LimitedAnswer setWriteQueueMaxSize(int most) {
        return this;
    }

    @Override
    public boolean writeQueueFull() {
        return false;
    }

    @Override
    public LimitedAnswer drainHandler(Handler<Void> handler) {
        return this;
    }
}
