package io.tiercast.people;

import io.tiercast.csv.UnreadableFile;
import io.tiercast.problem.Problems;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What columns of a file mean whose names do not say so.
 *
 * @param targets by the name in the file: a field, {@code attributes.<key>}, or {@link #NONE} for a column that is left out
 */
record ColumnMap(Map<String, String> targets) {

    /** A column without a name is left out. */
    private static final String NONE = "-";

    /** @param pairs each {@code name=target} */
    static ColumnMap parse(List<String> pairs) {
        Map<String, String> targets = new LinkedHashMap<>();
        pairs.forEach(pair -> {
            int equals = pair.lastIndexOf('=');
            String target = pair.substring(equals + 1).trim();
            if (equals < 1 || target.isEmpty()) {
                throw Problems.malformed("map", "must be <column>=<field>, such as Mobile=phone or Notes=-");
            }
            targets.put(pair.substring(0, equals).trim(), target);
        });
        return new ColumnMap(targets);
    }

    static ColumnMap of(JsonObject stored) {
        Map<String, String> targets = new LinkedHashMap<>();
        stored.forEach(entry -> targets.put(entry.getKey(), (String) entry.getValue()));
        return new ColumnMap(targets);
    }

    JsonObject json() {
        return new JsonObject(new LinkedHashMap<>(targets));
    }

    List<String> applied(List<String> header) {
        Set<String> unknown = new HashSet<>(targets.keySet());
        List<String> names = header.stream()
                .map(String::trim)
                .map(name -> unknown.remove(name) ? target(name) : name)
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnreadableFile(
                    "The first line names no column \"" + unknown.iterator().next() + "\"");
        }
        return names;
    }

    private String target(String name) {
        String target = targets.get(name);
        return target.equals(NONE) ? "" : target;
    }
}
