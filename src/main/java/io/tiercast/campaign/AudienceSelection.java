package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.group.GroupMembers;
import io.tiercast.message.Candidates;
import io.tiercast.message.Variant;
import io.tiercast.segment.Filter;
import io.tiercast.segment.FilterQuery;
import io.tiercast.segment.Segments;
import io.tiercast.sql.Selection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The people of an audience as queries, each of which is one way into it or out of it. */
@ApplicationScoped
class AudienceSelection {

    public enum Kind {
        CONTACT,
        /** Brought with values of their own. */
        RECIPIENT,
        GROUP,
        SEGMENT,
        FILTER
    }

    /**
     * A way in or out.
     *
     * @param id of the group or segment; null for all else
     * @param people a selection of {@code contact_id}
     */
    record Way(Kind kind, Long id, Selection people) {}

    /** All ways in, and all ways out. */
    record Ways(List<Way> in, List<Way> out) {

        Candidates candidates(String category, List<Variant> variants) {
            return new Candidates(category, included(), excluded(), variants);
        }

        List<Selection> included() {
            return in.stream().map(Way::people).toList();
        }

        List<Selection> excluded() {
            return out.stream().map(Way::people).toList();
        }
    }

    private final Segments segments;

    AudienceSelection(Segments segments) {
        this.segments = segments;
    }

    /** As things stand now; filters and segments all see the same moment. */
    Uni<Ways> of(Plan.Audience audience, RecipientList brought) {
        Plan.Exclusion exclude = audience.exclude();
        List<Filter> in = filters(audience.segmentIds(), audience.filter());
        List<Filter> out = filters(exclude.segmentIds(), exclude.filter());
        return segments.queries(Stream.of(in, out).flatMap(Collection::stream).toList())
                .map(queries -> new Ways(
                        with(
                                brought,
                                ways(audience.groupIds(), audience.contactIds(), in, queries.subList(0, in.size()))),
                        ways(
                                exclude.groupIds(),
                                exclude.contactIds(),
                                out,
                                queries.subList(in.size(), queries.size()))));
    }

    private static List<Way> with(RecipientList brought, List<Way> ways) {
        if (!brought.isEmpty()) {
            ways.add(new Way(Kind.RECIPIENT, null, brought.people()));
        }
        return ways;
    }

    private static List<Filter> filters(List<Long> segmentIds, Filter filter) {
        Stream<Filter> ofSegments = segmentIds.stream().distinct().map(Filter.InSegment::new);
        return Stream.concat(ofSegments, Stream.ofNullable(filter)).toList();
    }

    private static List<Way> ways(
            List<Long> groupIds, List<Long> contactIds, List<Filter> filters, List<FilterQuery> queries) {
        List<Way> ways = new ArrayList<>();
        groupIds.stream().distinct().forEach(id -> ways.add(new Way(Kind.GROUP, id, GroupMembers.of(id))));
        if (!contactIds.isEmpty()) {
            ways.add(new Way(Kind.CONTACT, null, contacts(contactIds)));
        }
        for (int i = 0; i < filters.size(); i++) {
            Long segment = filters.get(i) instanceof Filter.InSegment in ? in.segmentId() : null;
            Kind kind = segment == null ? Kind.FILTER : Kind.SEGMENT;
            ways.add(new Way(kind, segment, queries.get(i).people()));
        }
        return ways;
    }

    private static Selection contacts(List<Long> ids) {
        return Selection.of("select unnest(?::bigint[]) as contact_id", (Object) ids.toArray(Long[]::new));
    }
}
