package io.tiercast.segment;

import io.tiercast.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which segments are made of which. */
final class SegmentGraph {

    /** In one segment together with all that it is made of. */
    private static final int MOST_CONDITIONS = 2_000;

    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, Filter> filters = new HashMap<>();

    static SegmentGraph of(List<Segment> segments) {
        SegmentGraph graph = new SegmentGraph();
        segments.forEach(segment -> graph.put(segment.id, segment.name, segment.filter));
        return graph;
    }

    /** Refuses a new filter of a segment by which one would contain itself, or become too large. */
    void refuse(long id, String name, Filter filter) {
        put(id, name, filter);
        List<Long> way = new ArrayList<>();
        if (leadsTo(id, id, way, new HashSet<>())) {
            String round = String.join(" → ", way.stream().map(names::get).toList());
            throw Problems.invalid("filter", "would make the segment contain itself: " + round + " → " + name);
        }
        Map<Long, Integer> conditions = new HashMap<>();
        filters.keySet().stream()
                .filter(each -> conditions(each, conditions) > MOST_CONDITIONS)
                .findFirst()
                .ifPresent(each -> refuseSize(names.get(each)));
    }

    void put(long id, String name, Filter filter) {
        names.put(id, name);
        filters.put(id, filter);
    }

    private boolean leadsTo(long goal, long from, List<Long> way, Set<Long> seen) {
        way.add(from);
        for (long next : used(filters.get(from))) {
            if (next == goal || seen.add(next) && filters.containsKey(next) && leadsTo(goal, next, way, seen)) {
                return true;
            }
        }
        way.remove(way.size() - 1);
        return false;
    }

    /** Counted up to just beyond what is allowed: segments that use segments twice grow fast. */
    private int conditions(long id, Map<Long, Integer> known) {
        if (!known.containsKey(id)) {
            int sum = 0;
            for (Filter leaf : filters.get(id)
                    .nodes()
                    .filter(node -> node.parts().isEmpty())
                    .toList()) {
                boolean nested = leaf instanceof Filter.InSegment in && filters.containsKey(in.segmentId());
                sum += nested ? conditions(((Filter.InSegment) leaf).segmentId(), known) : 1;
                sum = Math.min(sum, MOST_CONDITIONS + 1);
            }
            known.put(id, sum);
        }
        return known.get(id);
    }

    private static List<Long> used(Filter filter) {
        return filter.nodes()
                .filter(Filter.InSegment.class::isInstance)
                .map(node -> ((Filter.InSegment) node).segmentId())
                .distinct()
                .toList();
    }

    private static void refuseSize(String name) {
        throw Problems.invalid(
                "filter",
                "would give the segment " + name + " more than " + MOST_CONDITIONS
                        + " conditions, with those of the segments in it");
    }
}
