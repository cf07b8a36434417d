package io.tiercast.people;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Lifts the general limit on bodies for the import, whose body goes to the disk and never into memory. The limit is checked against
 * the announced length, just behind this route.
 */
class ImportUpload {

    private static final int BEFORE_THE_LIMIT = -3;

    void install(@Observes Router router) {
        router.post("/api/v1/contacts/import").order(BEFORE_THE_LIMIT).handler(ImportUpload::lift);
    }

    private static void lift(RoutingContext context) {
        context.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
        context.next();
    }
}
