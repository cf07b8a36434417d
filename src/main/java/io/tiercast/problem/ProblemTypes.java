package io.tiercast.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.Map;

/** The types of errors that nobody named: one for each status. */
final class ProblemTypes {

    private static final Map<Integer, String> BY_STATUS = Map.ofEntries(
            Map.entry(400, "malformed-request"),
            Map.entry(401, "unauthorized"),
            Map.entry(403, "forbidden"),
            Map.entry(404, "not-found"),
            Map.entry(405, "method-not-allowed"),
            Map.entry(406, "not-acceptable"),
            Map.entry(409, "conflict"),
            Map.entry(412, "stale"),
            Map.entry(413, "too-large"),
            Map.entry(415, "unsupported-media-type"),
            Map.entry(422, "invalid"),
            Map.entry(429, "too-many-requests"),
            Map.entry(503, "unavailable"));

    private ProblemTypes() {}

    /** The problem with a type. What the framework says about an error of ours stays inside. */
    static HttpProblem complete(HttpProblem problem) {
        int status = problem.getStatusCode();
        HttpProblem.Builder complete = HttpProblem.builder(problem).withType(of(status));
        return (status >= 500
                        ? complete.withDetail("Something went wrong on our side; the log has the reason")
                        : complete)
                .build();
    }

    static URI of(int status) {
        return URI.create("/problems/" + BY_STATUS.getOrDefault(status, status < 500 ? "refused" : "internal-error"));
    }
}
