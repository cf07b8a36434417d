package io.tiercast.campaign;

import io.tiercast.campaign.Plan.Variable;
import io.tiercast.contact.ContactPath;
import io.tiercast.sql.Selection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Turns the mapping of a template's variables into one SQL expression for each slot, over {@code contact c}. */
final class VariableBindings {

    private VariableBindings() {}

    /** What is wrong with one variable; {@code key} is the template's. */
    record Fault(String key, String message) {}

    /** Every variable needs a source that exists; a mapping that the template does not know is a mistake, too. */
    static List<Fault> faults(List<String> slots, Map<String, Variable> mapped) {
        List<Fault> faults = new ArrayList<>();
        for (String slot : new LinkedHashSet<>(slots)) {
            String message = fault(mapped.get(slot));
            if (message != null) {
                faults.add(new Fault(slot, message));
            }
        }
        mapped.keySet().stream()
                .filter(key -> !slots.contains(key))
                .forEach(key -> faults.add(new Fault(key, "the template has no such variable")));
        return faults;
    }

    private static String fault(Variable variable) {
        if (variable == null) {
            return "the variable is not mapped";
        } else if (variable.path() == null) {
            return variable.value() == null || variable.value().isBlank() ? "needs a path or a value" : null;
        } else if (variable.value() != null) {
            return "has both a path and a value";
        }
        return ContactPath.text(variable.path()).isEmpty() ? "there is no path " + variable.path() : null;
    }

    /** One expression for each slot, in the slots' order. To be called with a mapping that has no faults. */
    static List<Selection> expressions(List<String> slots, Map<String, Variable> mapped) {
        return slots.stream().map(slot -> expression(mapped.get(slot))).toList();
    }

    private static Selection expression(Variable variable) {
        if (variable.path() == null) {
            return Selection.of("?::text", variable.value());
        }
        Selection path = ContactPath.text(variable.path()).orElseThrow();
        List<Object> arguments = new ArrayList<>(path.arguments());
        arguments.add(variable.fallback());
        return new Selection("coalesce(nullif(btrim(" + path.sql() + "), ''), ?::text)", arguments);
    }
}
