package io.tiercast.meta;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tiercast.problem.Problems;
import io.tiercast.problem.Problems.FieldError;
import java.util.List;
import java.util.Set;

/** A failed call to Meta, as the answer to the client on whose behalf it was made. */
public final class GraphProblems {

    private static final String RETRY_SECONDS = "30";
    private static final int INVALID = 100;
    private static final Set<Integer> UNKNOWN_OBJECT = Set.of(33, 100);
    private static final Set<Integer> TOKEN = Set.of(0, 3, 10, 190, 131005);

    private GraphProblems() {}

    /**
     * @param idField the field of the request that names what Meta was asked about
     * @return 422 with the field at fault, or 503 if it is Meta's own trouble
     */
    public static Throwable explain(Throwable failure, String idField) {
        if (failure instanceof GraphUnreachable) {
            return later("meta-unreachable", "Meta does not answer just now.");
        }
        return failure instanceof GraphError error ? explain(error, idField) : failure;
    }

    /** The answer where Meta refused what a template says: 422 in Meta's words. */
    public static Throwable explainTemplate(Throwable failure) {
        if (failure instanceof GraphError error && error.code() == INVALID && error.details() != null) {
            return Problems.invalid(
                    "template-refused",
                    "Meta refuses the template: " + error.details(),
                    List.of(new FieldError("components", error.details())));
        }
        return explain(failure, "senderId");
    }

    private static HttpProblem explain(GraphError error, String idField) {
        ErrorCode known = ErrorCatalogue.of(error.code());
        return switch (known.errorClass()) {
            case RETRY, THROTTLE -> later("meta-busy", known.meaning());
            default -> Problems.invalid(field(error.code(), idField), message(error, known));
        };
    }

    private static String field(int code, String idField) {
        boolean token = TOKEN.contains(code) || (code >= 200 && code <= 299);
        return token ? "accessToken" : idField;
    }

    private static String message(GraphError error, ErrorCode known) {
        if (UNKNOWN_OBJECT.contains(error.code())) {
            return "Meta does not know this id, or the access token may not see it.";
        }
        String details = error.details() == null ? "" : " " + error.details();
        return known.meaning() + details + " (Meta's code " + error.code() + ")";
    }

    private static HttpProblem later(String type, String detail) {
        return HttpProblem.builder(Problems.of(503, type, "Meta is not available", detail, List.of()))
                .withHeader("Retry-After", RETRY_SECONDS)
                .build();
    }
}
