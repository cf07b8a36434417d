package io.tiercast.template.rules;

import io.tiercast.problem.Problems.FieldError;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, by field. */
final class Faults {

    private final List<FieldError> found = new ArrayList<>();

    void add(String field, String message) {
        found.add(new FieldError(field, message));
    }

    void unless(boolean right, String field, String message) {
        if (!right) {
            add(field, message);
        }
    }

    List<FieldError> all() {
        return List.copyOf(found);
    }
}
