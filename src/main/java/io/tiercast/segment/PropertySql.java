package io.tiercast.segment;

import io.tiercast.sql.Selection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The positive of a condition on a property of a contact; never null. */
final class PropertySql {

    private PropertySql() {}

    static Selection condition(Filter.Property property, Instant now) {
        ContactField field = ContactField.of(property.path()).orElseThrow();
        Operator op = property.op().positive();
        ZoneId zone = Values.zone(property.timezone());
        if (field.isAttribute()) {
            return new JsonSql("c.attributes", field.key()).condition(op, property.value(), zone, now);
        }
        return field.kind() == Kind.TIME && op != Operator.EXISTS
                ? within(field.column(), TimeRange.of(op, property.value(), zone, now))
                : TextSql.condition(field.column(), op, property.value());
    }

    private static Selection within(String column, TimeRange range) {
        StringBuilder sql = new StringBuilder("(" + column + " is not null");
        List<Object> arguments = new ArrayList<>();
        if (range.from() != null) {
            sql.append(" and ").append(column).append(" >= ?");
            arguments.add(TimeRange.utc(range.from()));
        }
        if (range.until() != null) {
            sql.append(" and ").append(column).append(" < ?");
            arguments.add(TimeRange.utc(range.until()));
        }
        return new Selection(sql.append(')').toString(), arguments);
    }
}
