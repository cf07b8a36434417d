package io.tiercast.segment;

import io.tiercast.contact.AttributeType;
import io.tiercast.problem.Problems.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a filter makes sense by itself; whether what it names exists is for the database to know. */
final class FilterCheck {

    private static final int DEEPEST = 10;
    private static final int MOST_CONDITIONS = 200;
    private static final int LONGEST_TEXT = 1_000;
    private static final String EVENT = "event.";

    private final Map<String, AttributeType> attributes;
    private final List<FieldError> faults = new ArrayList<>();
    private int conditions;

    private FilterCheck(Map<String, AttributeType> attributes) {
        this.attributes = attributes;
    }

    /**
     * @param field where the filter stands in the request
     * @param attributes the types of those known
     */
    static List<FieldError> faults(Filter filter, String field, Map<String, AttributeType> attributes) {
        FilterCheck check = new FilterCheck(attributes);
        check.visit(filter, field, 1);
        if (check.conditions > MOST_CONDITIONS) {
            check.refuse(field, "must have at most " + MOST_CONDITIONS + " conditions");
        }
        return check.faults;
    }

    private void visit(Filter node, String field, int depth) {
        if (depth > DEEPEST) {
            refuse(field, "lies deeper than " + DEEPEST + " levels");
            return;
        }
        List<Filter> parts = node.parts();
        for (int i = 0; i < parts.size(); i++) {
            visit(parts.get(i), field + node.place(i), depth + 1);
        }
        condition(node, field);
    }

    private void condition(Filter node, String field) {
        if (node instanceof Filter.All || node instanceof Filter.Any || node instanceof Filter.Not) {
            return;
        }
        conditions++;
        if (node instanceof Filter.Property property) {
            property(property, field);
        } else if (node instanceof Filter.Did did) {
            event(did, field);
        } else if (node instanceof Filter.HasTag tag) {
            text(tag.tag(), field + ".tag");
        }
    }

    private void property(Filter.Property property, String field) {
        Optional<ContactField> known = ContactField.of(property.path());
        if (known.isEmpty()) {
            refuse(field + ".path", "is no property of contacts");
            return;
        }
        Kind kind = known.get().isAttribute()
                ? kind(known.get().key(), property)
                : known.get().kind();
        faults.addAll(new ValueCheck(field, kind, property.op(), property.value(), property.timezone()).faults());
    }

    private Kind kind(String key, Filter.Property property) {
        AttributeType type = attributes.get(key);
        return type == null ? Kind.of(property.op(), property.value()) : Kind.valueOf(type.name());
    }

    private void event(Filter.Did did, String field) {
        text(did.name(), field + ".name");
        ValueCheck.timezoneFault(field, did.timezone()).ifPresent(faults::add);
        if (did.within() != null) {
            ValueCheck.spanFault(field + ".within", did.within()).ifPresent(faults::add);
        }
        for (int i = 0; i < did.where().size(); i++) {
            conditions++;
            eventCondition(did.where().get(i), field + ".where[" + i + "]");
        }
    }

    private void eventCondition(Filter.EventCondition condition, String field) {
        if (!condition.path().startsWith(EVENT) || condition.path().length() == EVENT.length()) {
            refuse(field + ".path", "must be event. and the name of a property");
        }
        Kind kind = Kind.of(condition.op(), condition.value());
        faults.addAll(new ValueCheck(field, kind, condition.op(), condition.value(), condition.timezone()).faults());
    }

    private void text(String text, String field) {
        if (text.length() > LONGEST_TEXT) {
            refuse(field, "must be text of at most " + LONGEST_TEXT + " characters");
        }
    }

    private void refuse(String field, String message) {
        faults.add(new FieldError(field, message));
    }
}
