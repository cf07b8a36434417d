package io.tiercast.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Reads a body into memory before the resource sees it, where that is needed: when it may be compared with an earlier one, or when
 * nobody said how long it will be.
 */
class HeldBody {

    private static final String BYTES = "tiercast.body";
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    @ServerRequestFilter(priority = Priorities.USER - 200)
    public Uni<Response> hold(ContainerRequestContext request, HttpServerRequest http) {
        return isNeeded(request) && !BodyLimit.streams(http)
                ? BodyReader.read(http).invoke(bytes -> keep(request, bytes)).map(bytes -> null)
                : Uni.createFrom().nullItem();
    }

    /** Empty for a body that streams. */
    static byte[] of(ContainerRequestContext request) {
        byte[] bytes = (byte[]) request.getProperty(BYTES);
        return bytes == null ? new byte[0] : bytes;
    }

    private static boolean isNeeded(ContainerRequestContext request) {
        return WITH_BODY.contains(request.getMethod())
                && (request.getHeaderString(Idempotency.HEADER) != null
                        || request.getHeaderString("Content-Length") == null);
    }

    private static void keep(ContainerRequestContext request, byte[] bytes) {
        request.setProperty(BYTES, bytes);
        request.setEntityStream(new ByteArrayInputStream(bytes));
    }
}
