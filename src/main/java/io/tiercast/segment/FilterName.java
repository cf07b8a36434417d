package io.tiercast.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that a filter names.
 *
 * @param field where
 * @param noun what it is
 */
record FilterName(String field, String noun, long id) {

    static List<FilterName> in(Filter filter, String field) {
        List<FilterName> names = new ArrayList<>();
        collect(filter, field, names);
        return names;
    }

    String thing() {
        return noun + " " + id;
    }

    private static void collect(Filter node, String field, List<FilterName> names) {
        if (node instanceof Filter.InGroup in) {
            names.add(new FilterName(field + ".groupId", "group", in.groupId()));
        } else if (node instanceof Filter.InSegment in) {
            names.add(new FilterName(field + ".segmentId", "segment", in.segmentId()));
        } else if (node instanceof Filter.Reached reached) {
            names.add(new FilterName(field + ".campaignId", "campaign", reached.campaignId()));
        }
        List<Filter> parts = node.parts();
        for (int i = 0; i < parts.size(); i++) {
            collect(parts.get(i), field + node.place(i), names);
        }
    }
}
