package io.tiercast.segment;

import io.tiercast.problem.Problems.FieldError;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether an operator and its value fit what they are compared with.
 *
 * @param field where the condition stands in the request
 */
record ValueCheck(String field, Kind kind, Operator op, Object value, String timezone) {

    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_LIST = 1_000;

    List<FieldError> faults() {
        return Stream.of(operatorFault(), valueFault(), timezoneFault(field, timezone))
                .flatMap(Optional::stream)
                .toList();
    }

    static Optional<FieldError> timezoneFault(String field, String timezone) {
        return timezone == null || Values.isTimeZone(timezone)
                ? Optional.empty()
                : fault(field + ".timezone", "must be an IANA time zone such as Asia/Kolkata");
    }

    static Optional<FieldError> spanFault(String field, Object span) {
        return span instanceof String text && TimeSpan.parse(text).isPresent()
                ? Optional.empty()
                : fault(field, "must be a duration such as P30D, of at most 100 years");
    }

    private Optional<FieldError> operatorFault() {
        return kind.operators().contains(op)
                ? Optional.empty()
                : fault(field + ".op", op + " compares nothing here; one of " + kind.operators() + " does");
    }

    private Optional<FieldError> valueFault() {
        String place = field + ".value";
        if (!kind.operators().contains(op)) {
            return Optional.empty();
        }
        if (op.needsNoValue()) {
            return value == null ? Optional.empty() : fault(place, "must be left out with " + op);
        }
        if (op == Operator.WITHIN_LAST) {
            return spanFault(place, value);
        }
        return op.takesList() ? listFault(place) : oneFault(place, value);
    }

    private Optional<FieldError> listFault(String place) {
        int most = op == Operator.BETWEEN ? 2 : LONGEST_LIST;
        int least = op == Operator.BETWEEN ? 2 : 1;
        if (!(value instanceof List<?> list) || list.size() < least || list.size() > most) {
            return fault(place, "must be a list of " + (least == most ? "two" : least + " to " + most) + " values");
        }
        return IntStream.range(0, list.size())
                .mapToObj(i -> oneFault(place + "[" + i + "]", list.get(i)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<FieldError> oneFault(String place, Object one) {
        if (!Values.fits(one, kind)) {
            return fault(place, "must be " + kind.expectation());
        }
        return one instanceof String text && (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0)
                ? fault(place, "must be text of at most " + LONGEST_TEXT + " characters")
                : Optional.empty();
    }

    private static Optional<FieldError> fault(String place, String message) {
        return Optional.of(new FieldError(place, message));
    }
}
