package io.tiercast.meta;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Meta on loopback: answers what a test told it to answer, to whoever brings the token {@link #TOKEN}. Tests talk to it by HTTP,
 * since they and it may live in different class loaders.
 */
public class FakeGraph implements QuarkusTestResourceLifecycleManager {

    public static final String TOKEN = "good-token";

    private static final String REFUSED =
            "{\"error\":{\"message\":\"bad token\",\"type\":\"OAuthException\",\"code\":190}}";
    private static final String UNKNOWN =
            "{\"error\":{\"message\":\"no such object\",\"code\":100,\"error_subcode\":33}}";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, String> once = new ConcurrentHashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
        return Map.of(
                "tiercast.meta.base-url",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** From now on, a read of this path is answered so; a page of a list is named {@code path?after=cursor}. */
    public static void answers(String path, String json) {
        tell(path, json, "always");
    }

    /** The next read of this path is answered so, with HTTP 400. */
    public static void refusesOnce(String path, int code) {
        tell(path, "{\"error\":{\"message\":\"refused\",\"code\":" + code + "}}", "once");
    }

    private static void tell(String path, String json, String how) {
        String base = ConfigProvider.getConfig().getValue("tiercast.meta.base-url", String.class);
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/v25.0/" + path))
                .header("How", how)
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String key = key(exchange.getRequestURI());
        if (exchange.getRequestMethod().equals("PUT")) {
            boolean next = "once".equals(exchange.getRequestHeaders().getFirst("How"));
            (next ? once : answers)
                    .put(key, new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            answer(exchange, 200, "{}");
        } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, REFUSED);
        } else if (once.containsKey(key)) {
            answer(exchange, 400, once.remove(key));
        } else {
            answer(exchange, answers.containsKey(key) ? 200 : 400, answers.getOrDefault(key, UNKNOWN));
        }
    }

    private static String key(URI uri) {
        String query = uri.getQuery() == null ? "" : uri.getQuery();
        int after = query.indexOf("after=");
        return uri.getPath() + (after < 0 ? "" : "?" + query.substring(after));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
