package io.tiercast.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Takes a POST without a body as JSON: clients put no content type on it, or that of an empty form. The methods that need a body
 * say so themselves.
 */
@ApplicationScoped
class EmptyBody {

    private static final int EARLY = 1_000;

    void register(@Observes Filters filters) {
        filters.register(EmptyBody::asJson, EARLY);
    }

    private static void asJson(RoutingContext call) {
        HttpServerRequest request = call.request();
        if (request.method() == HttpMethod.POST
                && request.path().startsWith("/api/")
                && isEmpty(request)
                && saysNothing(request)) {
            request.headers().set(HttpHeaders.CONTENT_TYPE, "application/json");
        }
        call.next();
    }

    private static boolean saysNothing(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type == null || type.startsWith("application/x-www-form-urlencoded");
    }

    private static boolean isEmpty(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null : length.equals("0");
    }
}
