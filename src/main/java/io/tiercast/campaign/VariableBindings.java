package io.tiercast.campaign;

import io.tiercast.sql.Selection;
import io.tiercast.template.Binding;
import io.tiercast.template.VariableValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The mapping of a whole template: every variable needs a source, and every source a variable. */
final class VariableBindings {

    private VariableBindings() {}

    /** What is wrong with one variable; {@code key} is the template's. */
    record Fault(String key, String message) {}

    static List<Fault> faults(List<String> keys, Map<String, VariableValue> mapped) {
        List<Fault> faults = new ArrayList<>();
        for (String key : keys) {
            if (mapped.get(key) == null) {
                faults.add(new Fault(key, "is not mapped"));
            } else {
                Binding.problem(mapped.get(key)).ifPresent(message -> faults.add(new Fault(key, message)));
            }
        }
        mapped.keySet().stream()
                .filter(key -> !keys.contains(key))
                .forEach(key -> faults.add(new Fault(key, "is no variable of the template")));
        return faults;
    }

    /** One expression over {@code contact c} for each slot, in the slots' order. The mapping must have no faults. */
    static List<Selection> expressions(List<String> slots, Map<String, VariableValue> mapped) {
        return slots.stream().map(slot -> Binding.expression(mapped.get(slot))).toList();
    }
}
