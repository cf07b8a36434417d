package io.tiercast.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tiercast.sql.Selection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Conditions on a key of a JSON column, such as an attribute. A value counts as it is stored: a number compares only with numbers.
 * Text is more generous, since the same column of two files may be read as numbers once and as text the other time: it equals a
 * number or boolean that is written like it.
 *
 * @param column with the alias of its table
 */
record JsonSql(String column, String key) {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,15})(\\.[0-9]{1,15})?");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Never null. */
    Selection condition(Operator op, Object value, ZoneId zone, Instant now) {
        return switch (op) {
            case EXISTS -> of("(" + column + " -> ?::text) is not null", key);
            case EQ -> equal(value);
            case IN -> in((List<?>) value);
            case CONTAINS -> contains((String) value);
            case STARTS_WITH -> startsWith((String) value);
            case WITHIN_LAST -> within((String) value, zone, now);
            case BETWEEN -> between((List<?>) value);
            default -> Values.number(value).isPresent() ? number(comparison(op), value) : date(comparison(op), value);
        };
    }

    /** Containment, since an index can answer it. */
    private Selection equal(Object value) {
        List<Object> wanted = new ArrayList<>();
        written(value).forEach(json -> wanted.add(object(json)));
        String sql = String.join(" or ", Collections.nCopies(wanted.size(), column + " @> ?::text::jsonb"));
        return new Selection(wanted.size() == 1 ? sql : "(" + sql + ")", wanted);
    }

    private Selection in(List<?> values) {
        String[] wanted = values.stream()
                .flatMap(value -> written(value).stream())
                .map(JsonNode::toString)
                .toArray(String[]::new);
        return of("coalesce((" + column + " -> ?::text) = any(?::text[]::jsonb[]), false)", key, wanted);
    }

    private Selection contains(String text) {
        return of(
                "case when jsonb_typeof(" + column + " -> ?::text) = 'array' then " + column + " @> ?::text::jsonb"
                        + " else coalesce((" + column + " ->> ?::text) ilike ?, false) end",
                key,
                object(JSON.arrayNode().add(text)),
                key,
                TextSql.containing(text));
    }

    private Selection startsWith(String text) {
        return of(
                "coalesce(jsonb_typeof(" + column + " -> ?::text) <> 'array' and (" + column
                        + " ->> ?::text) ilike ?, false)",
                key,
                key,
                TextSql.beginning(text));
    }

    /** As a JSON path, which compares numbers with numbers only and takes the value out once. */
    private Selection number(String comparison, Object value) {
        return of(
                "coalesce(" + column + " @@ ?::text::jsonpath, false)",
                "strict $." + TextNode.valueOf(key) + " " + comparison + " " + decimal(value));
    }

    /** Dates are kept as text; those of four digits sort like text. Who is out of the range is spared the look at the form. */
    private Selection date(String comparison, Object value) {
        return of(
                "coalesce((" + column + " ->> ?::text) collate \"C\" " + comparison + " ? and (" + column
                        + " ->> ?::text) like '____-__-__', false)",
                key,
                value,
                key);
    }

    private Selection between(List<?> ends) {
        Selection from = condition(Operator.GTE, ends.get(0), null, null);
        Selection to = condition(Operator.LTE, ends.get(1), null, null);
        List<Object> arguments = new ArrayList<>(from.arguments());
        arguments.addAll(to.arguments());
        return new Selection("(" + from.sql() + " and " + to.sql() + ")", arguments);
    }

    private Selection within(String span, ZoneId zone, Instant now) {
        LocalDate from = LocalDate.ofInstant(TimeRange.last(span, zone, now).from(), zone);
        return between(List.of(from.toString(), LocalDate.ofInstant(now, zone).toString()));
    }

    private String object(JsonNode value) {
        return JSON.objectNode().set(key, value).toString();
    }

    private static List<JsonNode> written(Object value) {
        if (value instanceof Boolean yes) {
            return List.of(BooleanNode.valueOf(yes));
        }
        if (!(value instanceof String text)) {
            return List.of(decimal(value));
        }
        if (NUMBER.matcher(text).matches()) {
            return List.of(TextNode.valueOf(text), DecimalNode.valueOf(new BigDecimal(text)));
        }
        return text.equals("true") || text.equals("false")
                ? List.of(TextNode.valueOf(text), BooleanNode.valueOf(text.equals("true")))
                : List.of(TextNode.valueOf(text));
    }

    private static JsonNode decimal(Object value) {
        return DecimalNode.valueOf(Values.number(value).orElseThrow());
    }

    private static String comparison(Operator op) {
        return switch (op) {
            case GT -> ">";
            case GTE -> ">=";
            case LT -> "<";
            case LTE -> "<=";
            default -> throw new IllegalArgumentException(op + " does not order");
        };
    }

    private static Selection of(String sql, Object... arguments) {
        return Selection.of(sql, arguments);
    }
}
