package io.tiercast.segment;

import io.tiercast.sql.Selection;
import java.util.List;
import java.util.regex.Pattern;

/** Conditions on a column of text. Equality is exact; parts of a text are found whatever their case. */
final class TextSql {

    private static final Pattern WILDCARD = Pattern.compile("[\\\\%_]");

    private TextSql() {}

    /** Never null. */
    static Selection condition(String column, Operator op, Object value) {
        return switch (op) {
            case EXISTS -> Selection.of(column + " is not null");
            case EQ -> present(column, "= ?", value);
            case IN -> present(column, "= any(?)", ((List<?>) value).toArray(String[]::new));
            case CONTAINS -> present(column, "ilike ?", containing((String) value));
            case STARTS_WITH -> present(column, "ilike ?", beginning((String) value));
            default -> throw new IllegalArgumentException(op + " compares no text");
        };
    }

    static String containing(String text) {
        return "%" + literal(text) + "%";
    }

    static String beginning(String text) {
        return literal(text) + "%";
    }

    private static Selection present(String column, String comparison, Object value) {
        return Selection.of("(" + column + " is not null and " + column + " " + comparison + ")", value);
    }

    private static String literal(String text) {
        return WILDCARD.matcher(text).replaceAll("\\\\$0");
    }
}
