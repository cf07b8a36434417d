package io.tiercast.contact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** What an attribute may hold; dates are text of the form {@code 2026-11-21}. */
public enum AttributeType {
    TEXT,
    NUMBER,
    BOOLEAN,
    DATE,
    LIST;

    private static final int DATE_LENGTH = 10;

    /** Empty if the value is none that an attribute may hold. */
    public static Optional<AttributeType> of(Object value) {
        if (value instanceof String text) {
            return Optional.of(isDate(text) ? DATE : TEXT);
        }
        if (value instanceof Boolean) {
            return Optional.of(BOOLEAN);
        }
        if (value instanceof Number number) {
            return Double.isFinite(number.doubleValue()) ? Optional.of(NUMBER) : Optional.empty();
        }
        return isListOfText(value) ? Optional.of(LIST) : Optional.empty();
    }

    /** The type that holds both: text, unless they are the same. */
    public AttributeType or(AttributeType other) {
        return this == other ? this : TEXT;
    }

    private static boolean isListOfText(Object value) {
        return value instanceof Collection<?> list && list.stream().allMatch(String.class::isInstance);
    }

    private static boolean isDate(String text) {
        if (text.length() != DATE_LENGTH || text.charAt(4) != '-') {
            return false;
        }
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
