package io.tiercast.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.List;

/**
 * The vocabulary of refusals (RFC 9457). Everything that refuses a request throws one of these; {@code type} is a stable
 * relative URI that programs may branch on.
 */
public final class Problems {

    /** One offending field, by its path in the request body or the name of the query parameter. */
    public record FieldError(String field, String message) {}

    private Problems() {}

    /** 400: malformed, or of the wrong shape. */
    public static HttpProblem malformed(String field, String message) {
        return malformed(message, fields(field, message));
    }

    /** 400 with several fields. */
    static HttpProblem malformed(List<FieldError> errors) {
        return malformed(errors.size() == 1 ? errors.get(0).message() : "Several fields are not acceptable", errors);
    }

    static HttpProblem malformed(String detail, List<FieldError> errors) {
        return of(400, "malformed-request", "The request is not well-formed", detail, errors);
    }

    /** 404: what the path names does not exist. */
    public static HttpProblem notFound(String noun, Object id) {
        return of(404, "not-found", "Not found", "There is no " + noun + " " + id, List.of());
    }

    /** 409: the resource is in a state that does not allow this, or the request collides with another resource. */
    public static HttpProblem conflict(String type, String detail) {
        return of(409, type, "Conflict", detail, List.of());
    }

    /** 422: well-formed, but not acceptable. */
    public static HttpProblem invalid(String field, String message) {
        return invalid("invalid", message, fields(field, message));
    }

    /** 422 with a type of its own and several fields. */
    public static HttpProblem invalid(String type, String detail, List<FieldError> errors) {
        return of(422, type, "The request cannot be accepted", detail, errors);
    }

    public static HttpProblem of(int status, String type, String title, String detail, List<FieldError> errors) {
        HttpProblem.Builder problem = HttpProblem.builder()
                .withType(URI.create("/problems/" + type))
                .withStatus(status)
                .withTitle(title)
                .withDetail(detail);
        return (errors.isEmpty() ? problem : problem.with("errors", errors)).build();
    }

    private static List<FieldError> fields(String field, String message) {
        return List.of(new FieldError(field, message));
    }
}
