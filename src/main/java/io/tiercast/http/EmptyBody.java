package io.tiercast.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Forgets the content type of a body that is not there: some clients send one with every POST, and nothing can be wrong with it. */
@ApplicationScoped
class EmptyBody {

    private static final int EARLY = 1_000;

    void register(@Observes Filters filters) {
        filters.register(EmptyBody::forget, EARLY);
    }

    private static void forget(RoutingContext call) {
        HttpServerRequest request = call.request();
        if ("0".equals(request.getHeader(HttpHeaders.CONTENT_LENGTH))) {
            request.headers().remove(HttpHeaders.CONTENT_TYPE);
        }
        call.next();
    }
}
