package io.tiercast.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver of webhooks outside the application. Hands only the JDK's own types to tests, which live in another class loader. */
public class WebhookReceiver implements QuarkusTestResourceLifecycleManager {

    /** Marks the field for the POSTs taken: signature and body. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Received {}

    /** Marks the field for how many more POSTs are refused. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Refusing {}

    private final List<Map.Entry<String, byte[]>> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusing = new AtomicInteger();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/hook", this::take);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
        return Map.of("tiercast.sandbox.webhook-url", url);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(received, new TestInjector.AnnotatedAndMatchesType(Received.class, List.class));
        injector.injectIntoFields(
                refusing, new TestInjector.AnnotatedAndMatchesType(Refusing.class, AtomicInteger.class));
    }

    List<Map.Entry<String, byte[]>> received() {
        return received;
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean refuse = refusing.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        if (!refuse) {
            received.add(Map.entry(exchange.getRequestHeaders().getFirst("X-Hub-Signature-256"), body));
        }
        exchange.sendResponseHeaders(refuse ? 503 : 200, -1);
        exchange.close();
    }
}
