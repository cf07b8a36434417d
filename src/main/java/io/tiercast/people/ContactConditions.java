package io.tiercast.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import io.tiercast.segment.Filter;
import io.tiercast.segment.FilterDoor;
import io.tiercast.segment.FilterQuery;
import io.tiercast.segment.Segments;
import io.tiercast.sql.Selection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.List;
import java.util.stream.Stream;

/** Query parameters as conditions, also those that need to be looked up. */
@ApplicationScoped
class ContactConditions {

    private final Segments segments;
    private final FilterDoor door;
    private final ObjectMapper json;
    private final Validator validator;

    ContactConditions(Segments segments, FilterDoor door, ObjectMapper json, Validator validator) {
        this.segments = segments;
        this.door = door;
        this.json = json;
        this.validator = validator;
    }

    /** A condition on the table {@code contact}, under the name {@code c}. A segment that does not exist has nobody in it. */
    Uni<Selection> of(ContactFilter filter) {
        Filter segment = filter.segmentId == null ? null : new Filter.InSegment(filter.segmentId);
        Filter written = filter.filter == null ? null : written(filter.filter);
        List<Filter> both =
                Stream.of(segment, written).filter(each -> each != null).toList();
        return both.isEmpty()
                ? Uni.createFrom().item(filter.condition(null))
                : checked(written)
                        .chain(() -> segments.query(new Filter.All(both)))
                        .map(FilterQuery::alone)
                        .map(filter::condition);
    }

    private Uni<Void> checked(Filter written) {
        return written == null ? Uni.createFrom().voidItem() : door.check(written);
    }

    private Filter written(String text) {
        try {
            Filter filter = json.readValue(text, Filter.class);
            boolean whole = filter != null && validator.validate(filter).isEmpty();
            if (!whole) {
                throw Problems.malformed("filter", "is not a whole filter");
            }
            return filter;
        } catch (JsonProcessingException e) {
            throw Problems.malformed("filter", "is no filter in JSON");
        }
    }
}
