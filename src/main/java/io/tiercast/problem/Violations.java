package io.tiercast.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.validation.HttpValidationProblem;
import io.quarkiverse.resteasy.problem.validation.Violation;
import io.tiercast.problem.Problems.FieldError;
import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What hibernate-validator found, by the path of the field in the request. */
public final class Violations {

    /** How a path names the element of a container, such as in {@code tags[0].<list element>}. */
    private static final Pattern CONTAINER = Pattern.compile("\\.?<[^>]*>");

    private Violations() {}

    /** 400 with the fields of a bean that was validated by hand. */
    public static HttpProblem problem(Collection<? extends ConstraintViolation<?>> violations) {
        return problem(violations.stream()
                .map(violation -> error(violation.getPropertyPath().toString(), violation.getMessage())));
    }

    static HttpProblem problem(HttpValidationProblem problem) {
        Collection<?> violations = (Collection<?>) problem.getParameters().get("violations");
        return problem(violations.stream().map(Violation.class::cast).map(v -> error(v.field, v.message)));
    }

    private static HttpProblem problem(Stream<FieldError> errors) {
        List<FieldError> sorted =
                errors.sorted(Comparator.comparing(FieldError::field)).toList();
        return Problems.malformed(sorted);
    }

    private static FieldError error(String field, String message) {
        return new FieldError(CONTAINER.matcher(field).replaceAll(""), message);
    }
}
