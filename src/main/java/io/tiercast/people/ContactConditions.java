package io.tiercast.people;

import io.smallrye.mutiny.Uni;
import io.tiercast.segment.Filter;
import io.tiercast.segment.FilterQuery;
import io.tiercast.segment.Segments;
import io.tiercast.sql.Selection;
import jakarta.enterprise.context.ApplicationScoped;

/** Query parameters as conditions, also those that need to be looked up. */
@ApplicationScoped
class ContactConditions {

    private final Segments segments;

    ContactConditions(Segments segments) {
        this.segments = segments;
    }

    /** A condition on the table {@code contact}, under the name {@code c}. A segment that does not exist has nobody in it. */
    Uni<Selection> of(ContactFilter filter) {
        return filter.segmentId == null
                ? Uni.createFrom().item(filter.condition(null))
                : segments.query(new Filter.InSegment(filter.segmentId))
                        .map(FilterQuery::alone)
                        .map(filter::condition);
    }
}
