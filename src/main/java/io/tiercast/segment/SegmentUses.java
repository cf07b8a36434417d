package io.tiercast.segment;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who would miss a segment. */
@ApplicationScoped
class SegmentUses {

    private static final String USERS = """
            select 'the segment ' || s.name from segment_use u join segment s on s.id = u.segment_id where u.used_segment = $1
            union all
            select distinct 'the campaign ' || c.name from campaign_use u join campaign c on c.id = u.campaign_id where u.used_segment = $1
            limit 5
            """;

    private final Sql sql;

    SegmentUses(Sql sql) {
        this.sql = sql;
    }

    /** Segments, and campaigns that have not started yet; some of them, if they are many. */
    Uni<List<String>> of(long id) {
        return sql.rows(USERS, row -> row.getString(0), id);
    }
}
