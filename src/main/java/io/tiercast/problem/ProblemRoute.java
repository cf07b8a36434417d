package io.tiercast.problem;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.ForbiddenException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Gives failures under /api that happen before a resource is reached the form of every other error. */
@ApplicationScoped
class ProblemRoute {

    void register(@Observes Router router) {
        router.route("/api/*").order(Integer.MIN_VALUE).failureHandler(ProblemRoute::answer);
    }

    private static void answer(RoutingContext request) {
        if (request.response().headWritten()) {
            request.next();
        } else {
            ProblemResponse.send(request, problem(request));
        }
    }

    private static HttpProblem problem(RoutingContext request) {
        return Causes.of(request.failure())
                .filter(HttpProblem.class::isInstance)
                .map(HttpProblem.class::cast)
                .findFirst()
                .orElseGet(() -> byStatus(status(request)));
    }

    private static int status(RoutingContext request) {
        if (request.failure() instanceof ForbiddenException) {
            return 403;
        }
        return request.statusCode() < 400 ? 500 : request.statusCode();
    }

    private static HttpProblem byStatus(int status) {
        return ProblemTypes.complete(HttpProblem.builder()
                .withStatus(status)
                .withTitle(HttpResponseStatus.valueOf(status).reasonPhrase())
                .build());
    }
}
