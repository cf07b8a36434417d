package io.tiercast.meta;

import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;

/** The address of the Graph API: Meta's, or the built-in sandbox's on our own port. */
@ApplicationScoped
public class GraphEndpoint {

    private final MetaConfig config;
    private final HttpServer server;

    GraphEndpoint(MetaConfig config, HttpServer server) {
        this.config = config;
        this.server = server;
    }

    /** Whether messages go to the built-in sandbox. */
    public boolean sandbox() {
        return config.baseUrl().isEmpty();
    }

    /**
     * The whole URL of a path below the version, such as {@code 1234/messages}.
     *
     * @param base with its version; null: Meta's
     */
    public String url(String base, String path) {
        return base == null ? base() + "/" + config.apiVersion() + "/" + path : base + "/" + path;
    }

    // The own port is known only once the server listens (it may be 0 in the configuration).
    private String base() {
        return config.baseUrl()
                .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                .orElseGet(() -> "http://127.0.0.1:" + server.getPort() + "/sandbox/graph");
    }
}
