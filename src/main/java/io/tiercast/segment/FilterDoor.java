package io.tiercast.segment;

import io.smallrye.mutiny.Uni;
import io.tiercast.contact.AttributeKeys;
import io.tiercast.problem.Problems;
import io.tiercast.problem.Problems.FieldError;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lets only such filters in as make sense and name what exists. */
@ApplicationScoped
public class FilterDoor {

    private static final String UNKNOWN = """
            select 'group ' || id from unnest($1::bigint[]) id where not exists (select from contact_group g where g.id = id.id)
            union all
            select 'segment ' || id from unnest($2::bigint[]) id where not exists (select from segment s where s.id = id.id)
            union all
            select 'campaign ' || id from unnest($3::bigint[]) id where not exists (select from campaign c where c.id = id.id)
            """;

    private final AttributeKeys attributes;
    private final Sql sql;

    FilterDoor(AttributeKeys attributes, Sql sql) {
        this.attributes = attributes;
        this.sql = sql;
    }

    /** What is wrong with a filter that stands in this field of a request. */
    public Uni<List<FieldError>> faults(Filter filter, String field) {
        List<FilterName> names = FilterName.in(filter, field);
        return attributes
                .types()
                .chain(types -> unknown(names).map(unknown -> {
                    List<FieldError> faults = new ArrayList<>(FilterCheck.faults(filter, field, types));
                    names.stream()
                            .filter(name -> unknown.contains(name.thing()))
                            .forEach(name -> faults.add(new FieldError(name.field(), "there is no " + name.thing())));
                    return faults;
                }));
    }

    /** Fails with the 422 of the contract. */
    public Uni<Void> check(Filter filter) {
        return faults(filter, "filter").invoke(FilterDoor::refuse).replaceWithVoid();
    }

    private Uni<Set<String>> unknown(List<FilterName> names) {
        return names.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : sql.rows(
                                UNKNOWN,
                                row -> row.getString(0),
                                ids(names, "group"),
                                ids(names, "segment"),
                                ids(names, "campaign"))
                        .map(TreeSet::new);
    }

    private static Long[] ids(List<FilterName> names, String noun) {
        return names.stream()
                .filter(name -> name.noun().equals(noun))
                .map(FilterName::id)
                .collect(Collectors.toCollection(TreeSet::new))
                .toArray(Long[]::new);
    }

    private static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) {
            FieldError first = faults.get(0);
            throw Problems.invalid("invalid-filter", first.field() + " " + first.message(), faults);
        }
    }
}
