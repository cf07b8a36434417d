package io.tiercast.benchmark;

import io.tiercast.boot.Waiting;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** {@link QuickMeta} as a process of its own, so that its CPU time can be told from the application's. */
final class MetaProcess implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = freePort();
    private final Process process;

    MetaProcess() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-cp",
                classPath,
                QuickMeta.class.getName(),
                Integer.toString(port));
        try {
            process = builder.inheritIO().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Waiting.until("the simulated Meta", READY_WITHIN, this::isReady);
    }

    String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    long pid() {
        return process.pid();
    }

    /** Where it reports to. */
    void subscribe(URI webhook) {
        post("webhook?address=" + URLEncoder.encode(webhook.toString(), StandardCharsets.UTF_8));
    }

    /** From now on so; all counts start at 0, what was held is forgotten. */
    void settings(QuickSettings settings) {
        post("settings?" + settings.query());
    }

    /** Reports what was held of so many messages, as fast as it is acknowledged. */
    void release(int messages, QuickSettings how) {
        post("release?messages=%d&perCall=%d&calls=%d".formatted(messages, how.perCall(), how.calls()));
    }

    JsonObject figures() {
        return call(HttpRequest.newBuilder(uri("figures")));
    }

    /** How long the webhook calls took, in milliseconds. */
    JsonObject times() {
        return call(HttpRequest.newBuilder(uri("times")));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void post(String change) {
        call(HttpRequest.newBuilder(uri(change)).POST(BodyPublishers.noBody()));
    }

    private URI uri(String path) {
        return URI.create(baseUrl() + "/control/" + path);
    }

    private boolean isReady() {
        try {
            return !figures().isEmpty();
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private JsonObject call(HttpRequest.Builder request) {
        try {
            HttpRequest built = request.timeout(Duration.ofSeconds(20)).build();
            return new JsonObject(http.send(built, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
