package io.tiercast.segment;

import io.tiercast.sql.Selection;
import java.util.ArrayList;
import java.util.List;

/**
 * A filter as SQL over the table {@code contact} under the name {@code c}. The condition is never null. Sets of people, such as the
 * members of a group, are joined rather than asked for each contact: a hash join takes any number of them, while a sub-select
 * under OR or NOT is run anew for each contact as soon as the planner takes the set for too large to be hashed.
 *
 * @param joins set behind {@code from contact c}; leaves the number of rows as it is
 */
public record FilterQuery(Selection joins, Selection condition) {

    /** What stands behind {@code from}: the contacts {@code c} that are meant, each once. */
    public Selection contacts() {
        List<Object> arguments = new ArrayList<>(joins.arguments());
        arguments.addAll(condition.arguments());
        return new Selection("contact c" + joins.sql() + " where " + condition.sql(), arguments);
    }

    /** The people, as {@code contact_id}. */
    public Selection people() {
        Selection contacts = contacts();
        return new Selection("select c.id as contact_id from " + contacts.sql(), contacts.arguments());
    }

    /** A condition that stands without joins. */
    public Selection alone() {
        return joins.sql().isEmpty()
                ? condition
                : new Selection("c.id in (" + people().sql() + ")", people().arguments());
    }
}
