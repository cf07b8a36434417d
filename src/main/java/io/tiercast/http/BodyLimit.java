package io.tiercast.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tiercast.problem.ProblemResponse;
import io.tiercast.problem.Problems;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** No body that is held in memory may be larger than 10 MB. Files are not held: they stream, and who takes them limits them. */
@ApplicationScoped
class BodyLimit {

    static final long BYTES = 10L * 1024 * 1024;

    private static final List<String> STREAMED =
            List.of("text/csv", "image/", "video/", "application/pdf", "multipart/form-data");

    /** After authentication and permission (-200, -100), before anything that answers. */
    private static final int ORDER = -1;

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(BodyLimit::check);
    }

    private static void check(RoutingContext request) {
        if (announced(request.request()) > BYTES && !streams(request.request())) {
            ProblemResponse.send(request, tooLarge(request.request()));
        } else {
            request.next();
        }
    }

    static boolean streams(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        return type != null
                && STREAMED.stream().anyMatch(streamed -> type.regionMatches(true, 0, streamed, 0, streamed.length()));
    }

    /** Also closes the connection once that is said, since the rest of the body would follow on it. */
    static HttpProblem tooLarge(HttpServerRequest request) {
        request.response().endHandler(said -> request.connection().close());
        return Problems.of(
                413, "too-large", "Too large", "A body may have at most 10 MB; files may have more", List.of());
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }
}
