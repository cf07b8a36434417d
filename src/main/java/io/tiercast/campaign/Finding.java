package io.tiercast.campaign;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tiercast.problem.Problems;
import io.tiercast.problem.Problems.FieldError;
import java.util.List;
import java.util.Locale;

/**
 * Something that stops a launch, or that a person should know before it.
 *
 * @param code stable, for programs
 * @param message for people
 * @param field where in the campaign to mend it; null if nowhere
 */
public record Finding(String code, String message, String field) {

    /** The 422 that names all of them; the first gives its type, such as {@code /problems/template-not-approved}. */
    static HttpProblem refusal(List<Finding> findings) {
        Finding first = findings.get(0);
        String type = first.code().toLowerCase(Locale.ROOT).replace('_', '-');
        return Problems.invalid(
                type,
                first.message(),
                findings.stream()
                        .map(finding -> new FieldError(finding.field(), finding.message()))
                        .toList());
    }
}
