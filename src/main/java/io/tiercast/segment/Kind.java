package io.tiercast.segment;

import static io.tiercast.segment.Operator.BETWEEN;
import static io.tiercast.segment.Operator.CONTAINS;
import static io.tiercast.segment.Operator.EQ;
import static io.tiercast.segment.Operator.EXISTS;
import static io.tiercast.segment.Operator.GT;
import static io.tiercast.segment.Operator.GTE;
import static io.tiercast.segment.Operator.IN;
import static io.tiercast.segment.Operator.LT;
import static io.tiercast.segment.Operator.LTE;
import static io.tiercast.segment.Operator.NE;
import static io.tiercast.segment.Operator.NOT_EXISTS;
import static io.tiercast.segment.Operator.NOT_IN;
import static io.tiercast.segment.Operator.STARTS_WITH;
import static io.tiercast.segment.Operator.WITHIN_LAST;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What sort of value a condition is about, and by which operators it may be compared. */
enum Kind {
    TEXT("text", EQ, NE, IN, NOT_IN, CONTAINS, STARTS_WITH),
    NUMBER("a number", EQ, NE, IN, NOT_IN, GT, GTE, LT, LTE, BETWEEN),
    BOOLEAN("true or false", EQ, NE),
    DATE("a date such as 2026-12-01", EQ, NE, IN, NOT_IN, GT, GTE, LT, LTE, BETWEEN, WITHIN_LAST),
    LIST("text", CONTAINS),
    TIME("a time such as 2026-12-01T10:00:00Z or a date", EQ, NE, GT, GTE, LT, LTE, BETWEEN, WITHIN_LAST),
    CONSENT("OPTED_IN, OPTED_OUT or UNKNOWN", EQ, NE, IN, NOT_IN);

    private final String expectation;
    private final Set<Operator> operators;

    Kind(String expectation, Operator... operators) {
        this.expectation = expectation;
        this.operators = EnumSet.of(EXISTS, NOT_EXISTS);
        this.operators.addAll(Arrays.asList(operators));
    }

    /** What a JSON value is taken for that is compared with this one. */
    static Kind of(Operator op, Object value) {
        Object example = value instanceof List<?> list && !list.isEmpty() ? list.get(0) : value;
        if (example instanceof Boolean) {
            return BOOLEAN;
        }
        if (example instanceof Number) {
            return NUMBER;
        }
        return TEXT.operators.contains(op) ? TEXT : DATE;
    }

    /** What a value of this kind has to be, in words. */
    String expectation() {
        return expectation;
    }

    Set<Operator> operators() {
        return operators;
    }
}
