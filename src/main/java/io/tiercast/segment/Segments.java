package io.tiercast.segment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns segments and filters into queries, for whoever asks who is meant now. */
@ApplicationScoped
public class Segments {

    private static final String WITH_THEIR_PARTS = """
            with recursive needed(id) as (
              select unnest($1::bigint[])
              union
              select u.used_segment from needed join segment_use u on u.segment_id = needed.id where u.used_segment is not null
            )
            select s.id, s.filter::text as filter from needed join segment s using (id)
            """;

    private static final String UNKNOWN =
            "select id from unnest($1::bigint[]) id where not exists (select from segment s where s.id = id.id)";

    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;

    Segments(Sql sql, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** Those of the ids that no segment has. */
    public Uni<List<Long>> unknown(List<Long> ids) {
        return sql.rows(UNKNOWN, row -> row.getLong(0), (Object) ids.toArray(Long[]::new));
    }

    /** The query for those who meet a filter that has been checked. */
    public Uni<FilterQuery> query(Filter filter) {
        return queries(List.of(filter)).map(queries -> queries.get(0));
    }

    /** A query for each filter, all at the same moment. */
    public Uni<List<FilterQuery>> queries(List<Filter> filters) {
        Instant now = clock.instant();
        return parts(filters)
                .map(parts -> filters.stream()
                        .map(filter -> FilterSql.compile(filter, parts, now))
                        .toList());
    }

    private Uni<Map<Long, Filter>> parts(List<Filter> filters) {
        Long[] named = filters.stream()
                .flatMap(Filter::nodes)
                .filter(Filter.InSegment.class::isInstance)
                .map(node -> ((Filter.InSegment) node).segmentId())
                .distinct()
                .toArray(Long[]::new);
        return named.length == 0
                ? Uni.createFrom().item(Map.of())
                : sql.rows(WITH_THEIR_PARTS, row -> row, (Object) named)
                        .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.getLong("id"), this::filter)));
    }

    private Filter filter(Row row) {
        try {
            return json.readValue(row.getString("filter"), Filter.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored filter of segment " + row.getLong("id") + " is unreadable", e);
        }
    }
}
