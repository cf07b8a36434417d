package io.tiercast.segment;

import io.tiercast.sql.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compiles a filter to one parameterised query. Pure: what segments stand for and what time it is, it is told. The text of the
 * query depends on the shape of the filter alone; every value is an argument.
 */
final class FilterSql {

    private final Map<Long, Filter> segments;
    private final Instant now;
    private final StringBuilder joins = new StringBuilder();
    private final List<Object> joinArguments = new ArrayList<>();
    private final StringBuilder condition = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();
    private int sets;

    private FilterSql(Map<Long, Filter> segments, Instant now) {
        this.segments = segments;
        this.now = now;
    }

    /**
     * @param filter one that has been checked
     * @param segments by their ids, all that the filter names, directly or through another; without circles
     */
    static FilterQuery compile(Filter filter, Map<Long, Filter> segments, Instant now) {
        FilterSql sql = new FilterSql(segments, now);
        sql.write(filter, true);
        return new FilterQuery(
                new Selection(sql.joins.toString(), sql.joinArguments),
                new Selection(sql.condition.toString(), sql.arguments));
    }

    /** @param needed whether nobody is found for whom the node does not hold */
    private void write(Filter node, boolean needed) {
        if (node instanceof Filter.All all) {
            junction(all.of(), " and ", "true", needed);
        } else if (node instanceof Filter.Any any) {
            junction(any.of(), " or ", "false", false);
        } else if (needed && node instanceof Filter.Not not && not.of() instanceof Filter.Did did && SetSql.once(did)) {
            add(SetSql.neverHappened(did, now));
        } else if (node instanceof Filter.Not not) {
            negated(() -> write(not.of(), false));
        } else if (node instanceof Filter.InSegment in) {
            nested(segments.get(in.segmentId()), needed);
        } else if (node instanceof Filter.Property property) {
            property(property);
        } else if (node instanceof Filter.HasTag tag) {
            add(Selection.of("c.tags @> array[?::text]", tag.tag()));
        } else {
            join(SetSql.people(node, now));
        }
    }

    private void junction(List<Filter> parts, String word, String ofNone, boolean needed) {
        condition.append('(').append(parts.isEmpty() ? ofNone : "");
        for (int i = 0; i < parts.size(); i++) {
            condition.append(i == 0 ? "" : word);
            write(parts.get(i), needed);
        }
        condition.append(')');
    }

    /** Only a segment that is asked for directly can be missing: one that others are made of cannot be deleted. */
    private void nested(Filter segment, boolean needed) {
        if (segment == null) {
            condition.append("false");
        } else {
            write(segment, needed);
        }
    }

    private void negated(Runnable positive) {
        condition.append("(not ");
        positive.run();
        condition.append(')');
    }

    private void property(Filter.Property property) {
        Selection positive = PropertySql.condition(property, now);
        if (property.op().isNegative()) {
            negated(() -> add(positive));
        } else {
            add(positive);
        }
    }

    private void add(Selection piece) {
        condition.append(piece.sql());
        arguments.addAll(piece.arguments());
    }

    private void join(Selection people) {
        String name = "s" + ++sets;
        joins.append(" left join (" + people.sql() + ") " + name + " on " + name + ".contact_id = c.id");
        joinArguments.addAll(people.arguments());
        condition.append(name).append(".contact_id is not null");
    }
}
