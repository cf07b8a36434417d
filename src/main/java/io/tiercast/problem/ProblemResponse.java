package io.tiercast.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Writes a problem outside of REST resources: before they are reached, or where there is none. */
public final class ProblemResponse {

    private ProblemResponse() {}

    /** Answers with the problem and ends the response. */
    public static void send(RoutingContext request, HttpProblem problem) {
        HttpServerResponse response = request.response().setStatusCode(problem.getStatusCode());
        problem.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
        response.putHeader("Content-Type", HttpProblem.MEDIA_TYPE.toString())
                .end(json(problem, request.normalizedPath()).encode());
    }

    private static JsonObject json(HttpProblem problem, String path) {
        JsonObject json = new JsonObject()
                .put("type", problem.getType().toString())
                .put("title", problem.getTitle())
                .put("status", problem.getStatusCode())
                .put("detail", problem.getDetail())
                .put("instance", path);
        problem.getParameters().forEach(json::put);
        return json;
    }
}
