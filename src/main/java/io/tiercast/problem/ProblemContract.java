package io.tiercast.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.InstanceUtils;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkiverse.resteasy.problem.validation.HttpValidationProblem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;

/** Gives every error that leaves a REST resource the one form, whoever raised it. */
@ApplicationScoped
class ProblemContract implements ProblemPostProcessor {

    private final CurrentVertxRequest request;

    ProblemContract(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Before the logger (101), so that a client's fault is not logged as ours. */
    @Override
    public int priority() {
        return 200;
    }

    @Override
    public HttpProblem apply(HttpProblem raised, ProblemContext context) {
        HttpProblem problem = translate(raised, context.cause);
        return HttpProblem.builder(problem)
                .withInstance(InstanceUtils.pathToInstance(path(context)))
                .build();
    }

    private static HttpProblem translate(HttpProblem raised, Throwable cause) {
        if (raised instanceof HttpValidationProblem violations) {
            return Violations.problem(violations);
        }
        return raised.getType() != null
                ? raised
                : Causes.of(cause)
                        .map(ProblemContract::known)
                        .filter(problem -> problem != null)
                        .findFirst()
                        .orElseGet(() -> ProblemTypes.complete(raised));
    }

    private static HttpProblem known(Throwable cause) {
        if (cause instanceof HttpProblem problem) {
            return problem;
        }
        HttpProblem json = JsonProblems.of(cause);
        return json != null ? json : DatabaseProblems.of(cause);
    }

    private String path(ProblemContext context) {
        try {
            return request.getCurrent().normalizedPath();
        } catch (ContextNotActiveException e) {
            return context.path;
        }
    }
}
