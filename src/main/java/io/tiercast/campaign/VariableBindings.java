package io.tiercast.campaign;

import static java.util.stream.Collectors.toMap;

import io.tiercast.sql.Selection;
import io.tiercast.template.Binding;
import io.tiercast.template.TemplateVariable;
import io.tiercast.template.VariableKind;
import io.tiercast.template.VariableValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The mapping of a whole template: every variable needs a source, unless it is optional, and every source a variable.
 *
 * @param brought an expression over contact {@code c}: the values that it brought of its own, as JSON
 */
record VariableBindings(List<TemplateVariable> variables, Map<String, VariableValue> mapped, Selection brought) {

    /** What is wrong with one variable; {@code key} is the template's. */
    record Fault(String key, String message) {}

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (TemplateVariable variable : variables) {
            VariableValue source = mapped.get(variable.key());
            if (source != null) {
                Binding.problem(source, variable.kind())
                        .ifPresent(message -> faults.add(new Fault(variable.key(), message)));
            } else if (!variable.optional()) {
                faults.add(new Fault(variable.key(), "is not mapped"));
            }
        }
        Map<String, VariableKind> kinds = kinds();
        mapped.keySet().stream()
                .filter(key -> !kinds.containsKey(key))
                .forEach(key -> faults.add(new Fault(key, "is no variable of the template")));
        return faults;
    }

    /** The keys of the mapped variables, in reading order. */
    List<String> keys() {
        return variables.stream()
                .map(TemplateVariable::key)
                .filter(mapped::containsKey)
                .toList();
    }

    /** An expression over {@code contact c} for each mapped variable. The mapping must have no faults. */
    List<Selection> expressions() {
        return expressions(keys());
    }

    /** An expression over {@code contact c} for each slot, in the slots' order. The mapping must have no faults. */
    List<Selection> expressions(List<String> slots) {
        Map<String, VariableKind> kinds = kinds();
        return slots.stream()
                .map(slot -> Binding.expression(mapped.get(slot), kinds.get(slot), brought))
                .toList();
    }

    private Map<String, VariableKind> kinds() {
        return variables.stream().collect(toMap(TemplateVariable::key, TemplateVariable::kind));
    }
}
