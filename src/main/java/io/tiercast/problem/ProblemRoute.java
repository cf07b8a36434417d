package io.tiercast.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
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
        } else if (request.failure() instanceof HttpProblem problem) {
            ProblemResponse.send(request, problem);
        } else {
            request.next();
        }
    }
}
