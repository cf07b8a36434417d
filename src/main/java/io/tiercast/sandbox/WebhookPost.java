package io.tiercast.sandbox;

import io.quarkus.vertx.http.HttpServer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** One signed POST to the receiver. */
@ApplicationScoped
class WebhookPost {

    private static final Logger LOG = Logger.getLogger(WebhookPost.class);

    private final MetaSettings meta;
    private final SandboxSettings settings;
    private final HttpServer server;
    private final HttpClient client;
    private final AtomicBoolean complained = new AtomicBoolean();

    WebhookPost(MetaSettings meta, SandboxSettings settings, HttpServer server, Vertx vertx) {
        this.meta = meta;
        this.settings = settings;
        this.server = server;
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(settings.webhookConcurrency()));
    }

    /** Whether the receiver took it: it answered 200 in time. Never fails. */
    Uni<Boolean> send(byte[] body) {
        return Uni.createFrom()
                .completionStage(() -> exchange(body).toCompletionStage())
                .map(status -> status == 200 || complain("answered " + status))
                .onFailure()
                .recoverWithItem(failure -> complain(failure.toString()))
                .invoke(this::rememberTaken);
    }

    private Future<Integer> exchange(byte[] body) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url())
                .setTimeout(settings.webhookTimeout().toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader("X-Hub-Signature-256", Signature.of(meta.signingSecret(), body));
        return client.request(options).compose(request -> status(request, body));
    }

    private static Future<Integer> status(HttpClientRequest request, byte[] body) {
        return request.send(Buffer.buffer(body))
                .compose(response -> response.body().map(read -> response.statusCode()));
    }

    /** The port is known only at run time: it may have been chosen by the system. */
    private String url() {
        return settings.webhookUrl().orElseGet(() -> "http://127.0.0.1:" + server.getPort() + "/webhooks/meta");
    }

    private boolean complain(String why) {
        if (complained.compareAndSet(false, true)) {
            LOG.warnf("The receiver of the sandbox's webhooks %s; they are kept and told again", why);
        }
        return false;
    }

    private void rememberTaken(boolean taken) {
        if (taken && complained.compareAndSet(true, false)) {
            LOG.info("The receiver of the sandbox's webhooks takes them again");
        }
    }
}
