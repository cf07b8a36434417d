package io.tiercast.benchmark;

import io.restassured.path.json.JsonPath;
import io.tiercast.boot.TiercastProcess;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends messages to the sandbox as fast as it takes them, 64 at a time, and nothing else. */
final class PlainLoop implements AutoCloseable {

    private static final int CONNECTIONS = 64;

    private final Vertx vertx = Vertx.vertx();
    private final HttpRequest<Buffer> request;
    private final JsonPath template;
    private final AtomicInteger next = new AtomicInteger();

    PlainLoop(TiercastProcess tiercast, JsonPath sandbox, JsonPath template) {
        String number = sandbox.getString("account.numbers[0].phoneNumberId");
        URI uri = tiercast.uri("/sandbox/graph/v25.0/" + number + "/messages");
        this.template = template;
        this.request = WebClient.wrap(vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS)))
                .postAbs(uri.toString())
                .bearerTokenAuthentication(sandbox.getString("account.accessToken"));
    }

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
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void sendOn(int messages, CountDownLatch done) {
        int i = next.getAndIncrement();
        if (i >= messages) {
            done.countDown();
            return;
        }
        one(i).onComplete(result -> {
            if (result.failed()) {
                result.cause().printStackTrace();
            }
            sendOn(messages, done);
        });
    }

    private Future<?> one(int i) {
        JsonArray parameters = new JsonArray();
        for (Object key : template.getList("variables.key")) {
            parameters.add(new JsonObject().put("type", "text").put("text", "Person " + i + " " + key));
        }
        JsonObject body = new JsonObject().put("type", "body").put("parameters", parameters);
        JsonObject content = new JsonObject()
                .put("name", template.getString("name"))
                .put("language", new JsonObject().put("code", template.getString("language")))
                .put("components", new JsonArray().add(body));
        return request.sendJsonObject(new JsonObject()
                        .put("messaging_product", "whatsapp")
                        .put("recipient_type", "individual")
                        .put("to", "+9180%08d".formatted(i))
                        .put("type", "template")
                        .put("template", content))
                .compose(answer -> answer.statusCode() == 200
                        ? Future.succeededFuture()
                        : Future.failedFuture(answer.statusCode() + " " + answer.bodyAsString()));
    }
}
