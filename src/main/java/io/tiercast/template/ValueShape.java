package io.tiercast.template;

import io.tiercast.media.MediaReference;
import io.tiercast.sql.Selection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Brings what a contact has into the shape that Meta takes, in SQL; null where it cannot be. What Meta reads as text is bound as it
 * is: it is cleaned of line breaks where the audience is stored.
 */
final class ValueShape {

    private static final String TIME = """
            case when v ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}' then
              case when v ~ '(Z|[+-][0-9]{2}:{0,1}[0-9]{2})$' then
                case when pg_input_is_valid(v, 'timestamptz') then (extract(epoch from v::timestamptz) * 1000)::bigint::text end
              when pg_input_is_valid(v, 'timestamp') then (extract(epoch from v::timestamp at time zone 'UTC') * 1000)::bigint::text
              end
            end""";

    /** Of our files only those that are there, and of the right kind. */
    private static final String MEDIA = """
            case when v ~ '^([0-9]{13,40}|https://[^[:space:]/]+[^[:space:]]*)$' then v
              when v ~ '^%s$' then (select 'media:' || m.id from media m where m.id = substring(v from '[0-9]+$')::bigint and m.kind = '%s')
            end""";

    private static final String ADDRESS =
            "case when v ~ '^https://[^[:space:]/]+[^[:space:]]*$' and length(v) <= 2000 then v end";

    private ValueShape() {}

    static Selection of(VariableKind kind, Selection raw) {
        return switch (kind) {
            case TEXT -> raw;
            case TIME -> shaped(TIME, raw);
            case IMAGE, VIDEO, DOCUMENT -> shaped(MEDIA.formatted(MediaReference.PATTERN, kind.name()), raw);
            case ADDRESS -> shaped(ADDRESS, raw);
            case LATITUDE -> shaped(degrees(90), raw);
            case LONGITUDE -> shaped(degrees(180), raw);
            case FLOW_DATA -> shaped("case when v is json object then v end", raw);
            case PRODUCT_SECTIONS -> shaped("case when v is json array then v end", raw);
            default -> notLonger(kind.longest(), raw);
        };
    }

    /** Worked out twice, which costs less than a subselect for each person. */
    private static Selection notLonger(int longest, Selection raw) {
        String sql = "case when length(" + raw.sql() + ") <= " + longest + " then " + raw.sql() + " end";
        return new Selection(
                sql,
                Stream.of(raw, raw)
                        .map(Selection::arguments)
                        .flatMap(List::stream)
                        .toList());
    }

    private static String degrees(int most) {
        return "case when v ~ '^-{0,1}[0-9]{1,3}([.][0-9]{1,12}){0,1}$' then" + " case when abs(v::numeric) <= " + most
                + " then v end end";
    }

    private static Selection shaped(String shape, Selection raw) {
        return new Selection("(select " + shape + " from (select " + raw.sql() + " as v) as raw)", raw.arguments());
    }
}
