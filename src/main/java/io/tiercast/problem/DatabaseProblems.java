package io.tiercast.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.pgclient.PgException;
import java.util.List;
import org.hibernate.StaleObjectStateException;
import org.hibernate.exception.ConstraintViolationException;

/**
 * The database has the last word on truth. What it refuses is told by its SQLSTATE, whichever door it came through; its own words,
 * which quote SQL and data, stay inside.
 */
final class DatabaseProblems {

    private DatabaseProblems() {}

    /** Null if the failure is none that a client or a second try could mend. */
    static HttpProblem of(Throwable failure) {
        if (failure instanceof PgException refusal) {
            return bySqlState(refusal.getSqlState());
        }
        if (failure instanceof ConstraintViolationException refusal) {
            return bySqlState(refusal.getSQLState());
        }
        return failure instanceof StaleObjectStateException
                ? Problems.conflict("conflict", "It was changed by somebody else in the meantime")
                : null;
    }

    private static HttpProblem bySqlState(String state) {
        return switch (state == null ? "" : state) {
            case "23505" -> Problems.conflict("already-exists", "There is already one of that kind");
            case "23503" -> Problems.conflict("reference", "It refers to, or is referred to by, something else");
            case "22021", "22P05" -> unacceptable("A text holds a character that cannot be stored, such as NUL");
            case "22001" -> unacceptable("A text is too long");
            case "22003" -> unacceptable("A number is out of range");
            case "23502", "23514", "22007", "22008", "22P02" -> unacceptable("A value is not acceptable");
            case "57014" -> tooLong();
            case "40001", "40P01", "53300", "57P01", "57P03", "55P03" -> busy();
            default -> null;
        };
    }

    private static HttpProblem unacceptable(String detail) {
        return Problems.of(422, "invalid", "The request cannot be accepted", detail, List.of());
    }

    private static HttpProblem tooLong() {
        return Problems.of(
                503,
                "took-too-long",
                "Took too long",
                "The question takes too long to answer; ask for less",
                List.of());
    }

    private static HttpProblem busy() {
        HttpProblem busy =
                Problems.of(503, "unavailable", "Unavailable", "The database is busy; please try again", List.of());
        return HttpProblem.builder(busy).withHeader("Retry-After", 1).build();
    }
}
