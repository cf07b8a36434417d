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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends messages to the sandbox as fast as it takes them, 64 at a time, and nothing else. */
final class PlainLoop implements AutoCloseable {

    /** Variables that this loop can fill. */
    static final String TEXT_KEY = "(header|body)[.][0-9]+|button[.][0-9]+[.]url";

    private static final int CONNECTIONS = 64;

    private final Vertx vertx = Vertx.vertx();
    private final HttpRequest<Buffer> request;
    private final String name;
    private final String language;
    private final List<String> variables;
    private final AtomicInteger next = new AtomicInteger();

    PlainLoop(TiercastProcess tiercast, JsonPath sandbox, JsonPath template) {
        String number = sandbox.getString("account.numbers[0].phoneNumberId");
        URI uri = tiercast.uri("/sandbox/graph/v25.0/" + number + "/messages");
        this.name = template.getString("name");
        this.language = template.getString("language");
        this.variables = template.getList("variables.key");
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
        JsonObject content = new JsonObject()
                .put("name", name)
                .put("language", new JsonObject().put("code", language))
                .put("components", components("Person " + i));
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

    /** The same text for every variable, in the parts of the message that they belong to. */
    private JsonArray components(String text) {
        Map<String, JsonObject> parts = new LinkedHashMap<>();
        for (String key : variables) {
            parts.computeIfAbsent(key.replaceAll("\\.[^.]+$", ""), PlainLoop::part)
                    .getJsonArray("parameters")
                    .add(new JsonObject().put("type", "text").put("text", text));
        }
        return new JsonArray(List.copyOf(parts.values()));
    }

    private static JsonObject part(String name) {
        String[] path = name.split("\\.");
        JsonObject part = new JsonObject().put("type", path[0]).put("parameters", new JsonArray());
        return path.length == 1 ? part : part.put("sub_type", "url").put("index", path[1]);
    }
}
