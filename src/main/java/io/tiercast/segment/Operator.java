package io.tiercast.segment;

/** How a value is compared. A missing value satisfies only NE, NOT_IN and NOT_EXISTS, each the complement of its positive. */
public enum Operator {
    EQ,
    NE,
    IN,
    NOT_IN,
    GT,
    GTE,
    LT,
    LTE,
    BETWEEN,
    CONTAINS,
    STARTS_WITH,
    EXISTS,
    NOT_EXISTS,
    WITHIN_LAST;

    /** Whether it says the opposite of {@link #positive()}. */
    boolean isNegative() {
        return this == NE || this == NOT_IN || this == NOT_EXISTS;
    }

    Operator positive() {
        return switch (this) {
            case NE -> EQ;
            case NOT_IN -> IN;
            case NOT_EXISTS -> EXISTS;
            default -> this;
        };
    }

    boolean needsNoValue() {
        return this == EXISTS || this == NOT_EXISTS;
    }

    boolean takesList() {
        return this == IN || this == NOT_IN || this == BETWEEN;
    }
}
