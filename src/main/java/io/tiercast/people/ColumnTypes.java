package io.tiercast.people;

import io.tiercast.contact.AttributeType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the attributes of a file hold. A column is numbers or booleans only if all of its values are. */
final class ColumnTypes {

    /** Leading zeros, a plus, or more digits than a number keeps exactly mean an identifier, not a number. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,9})?");

    private final CsvColumns columns;
    private final AttributeType[] types;

    ColumnTypes(CsvColumns columns) {
        this.columns = columns;
        this.types = new AttributeType[columns.count()];
    }

    void see(List<String> cells) {
        for (int i = 0; i < Math.min(cells.size(), types.length); i++) {
            if (types[i] != AttributeType.TEXT && columns.attribute(i) != null) {
                see(i, cells.get(i).trim());
            }
        }
    }

    private void see(int column, String cell) {
        if (!cell.isEmpty()) {
            AttributeType type = typeOf(cell);
            types[column] = types[column] == null ? type : types[column].or(type);
        }
    }

    private static AttributeType typeOf(String cell) {
        if (NUMBER.matcher(cell).matches()) {
            return AttributeType.NUMBER;
        }
        return isTruth(cell) ? AttributeType.BOOLEAN : AttributeType.of(cell).orElseThrow();
    }

    private static boolean isTruth(String cell) {
        return cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false");
    }

    Object value(int column, String cell) {
        return switch (types[column]) {
            case NUMBER -> new BigDecimal(cell);
            case BOOLEAN -> Boolean.valueOf(cell);
            case TEXT, DATE, LIST -> cell;
        };
    }

    /** By the attribute's key; a column without any value has no type. */
    Map<String, AttributeType> byKey() {
        Map<String, AttributeType> byKey = new TreeMap<>();
        for (int i = 0; i < types.length; i++) {
            if (types[i] != null) {
                byKey.put(columns.attribute(i), types[i]);
            }
        }
        return byKey;
    }
}
