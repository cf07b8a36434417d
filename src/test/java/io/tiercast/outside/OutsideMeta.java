package io.tiercast.outside;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Random;

/**
 * A simulated Meta for tests that knows nothing of the application: written from Meta's documentation alone, strict in what it
 * accepts, and with a ledger of its own of what it accepted and reported. It reports every status twice and in no order, and the
 * line to it can be bad.
 */
public final class OutsideMeta implements AutoCloseable {

    private static final String NO_ANSWER = "<html><body><h1>502 Bad Gateway</h1></body></html>";

    private final Vertx vertx = Vertx.vertx();
    private final OutsideSettings settings;
    private final Voice voice;
    private final Graph graph;
    private final Ledger ledger;
    private final Courier courier;
    private final Media media;
    private final SendDesk desk;
    private final TemplateDesk templates;
    private final HttpServer server;
    private final Random random;

    public OutsideMeta(OutsideSettings settings, Account account) {
        this(settings, account, MetaVoice.meta(account));
    }

    /** Somebody who stands between Meta and us. */
    public OutsideMeta(OutsideSettings settings, Account account, Voice voice) {
        this.settings = settings;
        this.voice = voice;
        this.graph = new Graph(account);
        this.ledger = new Ledger(settings);
        this.courier = new Courier(settings, account, voice, ledger.window());
        this.media = new Media(account);
        this.desk = new SendDesk(settings, account, voice, media, ledger, courier);
        this.templates = new TemplateDesk(account, ledger, courier, vertx);
        this.random = new Random(settings.seed());
        this.server = vertx.createHttpServer()
                .requestHandler(this::receive)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** Enters the address for webhooks, as one does at Meta: it must pass the handshake first. */
    public void subscribe(URI webhook, String verifyToken) {
        courier.subscribe(webhook, verifyToken);
    }

    /** Enters the address for webhooks without a handshake. */
    public void subscribe(URI webhook) {
        courier.subscribe(webhook);
    }

    /** A person writes to the business; returns once it was told. */
    public void reply(String from, String text) {
        courier.reply(from, text);
    }

    public Ledger ledger() {
        return ledger;
    }

    /** Reports that are still to be made, or have not been answered with 200 yet. */
    public int outstanding() {
        return courier.outstanding();
    }

    @Override
    public void close() {
        courier.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void receive(HttpServerRequest request) {
        Mishap mishap = request.method() == HttpMethod.POST ? Mishap.draw(settings.mishaps(), random) : Mishap.NONE;
        ledger.mishap(mishap);
        if (mishap == Mishap.CUT) {
            request.connection().close();
        } else {
            request.body().onSuccess(body -> answerLater(request, body, mishap));
        }
    }

    private void answerLater(HttpServerRequest request, Buffer body, Mishap mishap) {
        GraphResponse response = mishap.beforeReading() ? null : answer(request, body);
        long latency = 1 + random.nextLong(settings.latency().toMillis() + 1);
        vertx.setTimer(latency, ignored -> {
            if (mishap.silent()) {
                request.connection().close();
            } else if (mishap == Mishap.NONE) {
                send(request, response);
            } else {
                request.response()
                        .setStatusCode(mishap == Mishap.GARBLED ? 200 : 502)
                        .end(NO_ANSWER);
            }
        });
    }

    private static void send(HttpServerRequest request, GraphResponse response) {
        request.response()
                .setStatusCode(response.status())
                .putHeader("Content-Type", "application/json; charset=UTF-8")
                .end(response.body().encode());
    }

    private GraphResponse answer(HttpServerRequest request, Buffer body) {
        return voice.answer(metasAnswer(request, body));
    }

    private GraphResponse metasAnswer(HttpServerRequest request, Buffer body) {
        String[] path = voice.path(request);
        if (path.length < 3) {
            return GraphResponse.refusal(100, "Unknown path components: " + request.path());
        }
        if (!voice.admits(request)) {
            return GraphResponse.refusal(190, "Invalid OAuth access token - Cannot parse access token");
        }
        String edge = path.length == 4 ? path[3] : "";
        return switch (request.method() + " " + edge) {
            case "POST messages", "POST marketing_messages" ->
                desk.take(path[2], edge, request.getHeader("Content-Type"), body);
            case "POST media" -> media.take(path[2], request.getHeader("Content-Type"), body);
            case "POST message_templates" -> templates.create(body);
            case "DELETE message_templates" -> templates.delete(request.params());
            case "POST unpause" -> templates.unpause(path[2]);
            case "POST " -> templates.edit(path[2], body);
            default ->
                request.method() == HttpMethod.GET
                        ? graph.get(path, request.params())
                        : GraphResponse.refusal(100, "Unsupported " + request.method() + " request");
        };
    }
}
