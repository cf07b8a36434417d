package io.tiercast.campaign;

import static java.util.stream.Collectors.toMap;

import io.tiercast.media.Media;
import io.tiercast.media.MediaReference;
import io.tiercast.sql.Selection;
import io.tiercast.template.Binding;
import io.tiercast.template.TapTarget;
import io.tiercast.template.TemplateVariable;
import io.tiercast.template.VariableKind;
import io.tiercast.template.VariableValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The mapping of a whole template: every variable needs a source, unless it is optional, and every source a variable.
 *
 * @param brought an expression over contact {@code c}: the values that it brought of its own, as JSON
 * @param media those of our files that are mapped, by id
 */
record VariableBindings(
        List<TemplateVariable> variables,
        Map<String, VariableValue> mapped,
        Selection brought,
        Map<Long, Media> media) {

    /** What is wrong with one variable; {@code key} is the template's. */
    record Fault(String key, String message) {}

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (TemplateVariable variable : variables) {
            VariableValue source = mapped.get(variable.key());
            if (source != null) {
                Binding.problem(source, variable.kind())
                        .or(() -> mediaProblem(source, variable.kind()))
                        .or(() -> sharedProblem(source))
                        .ifPresent(message -> faults.add(new Fault(variable.key(), message)));
            } else if (!variable.optional()) {
                faults.add(new Fault(variable.key(), "is not mapped"));
            }
        }
        Map<String, VariableKind> kinds = kinds();
        mapped.keySet().stream()
                .filter(key -> !kinds.containsKey(key))
                .forEach(key -> faults.add(new Fault(key, "is no variable of the template")));
        TapTarget.missing(mapped.keySet()).ifPresent(key -> faults.add(new Fault(key, "is needed, too")));
        return faults;
    }

    /** The keys of the mapped variables, in reading order. */
    List<String> keys() {
        return variables.stream()
                .map(TemplateVariable::key)
                .filter(mapped::containsKey)
                .toList();
    }

    /** An expression over {@code contact c} for each of the keys, in their order. The mapping must have no faults. */
    List<Selection> expressions(List<String> slots) {
        Map<String, VariableKind> kinds = kinds();
        return slots.stream()
                .map(slot -> Binding.expression(mapped.get(slot), kinds.get(slot), brought))
                .toList();
    }

    /** The files that everybody gets: how each is called, by the key of its variable. */
    Map<String, String> shown() {
        Map<String, String> shown = new HashMap<>();
        media(variable ->
                mapped.get(variable.key()).shown().ifPresent(id -> shown.put(variable.key(), MediaReference.of(id))));
        return shown;
    }

    /** An expression over {@code contact c} for each variable whose file depends on the contact. */
    List<Selection> mediaOfPeople() {
        List<Selection> expressions = new ArrayList<>();
        media(variable -> {
            VariableValue source = mapped.get(variable.key());
            if (source.path() != null) {
                expressions.add(Binding.expression(source, variable.kind(), brought));
            }
        });
        return expressions;
    }

    private void media(Consumer<TemplateVariable> work) {
        variables.stream()
                .filter(variable -> variable.kind().media() && mapped.containsKey(variable.key()))
                .forEach(work);
    }

    private Optional<String> mediaProblem(VariableValue source, VariableKind kind) {
        OptionalLong id = kind.media() ? source.shown() : OptionalLong.empty();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Media file = media.get(id.getAsLong());
        if (file == null) {
            return Optional.of("shows the file " + id.getAsLong() + ", which does not exist");
        }
        return file.kind().name().equals(kind.name())
                ? Optional.empty()
                : Optional.of("needs a file of kind " + kind + "; " + file.name() + " is of kind " + file.kind());
    }

    /** What the campaign and its number have was filled in before: a path to it that is left leads nowhere. */
    private static Optional<String> sharedProblem(VariableValue source) {
        return source.shared() ? Optional.of("needs a fallback, since there is no " + source.path()) : Optional.empty();
    }

    private Map<String, VariableKind> kinds() {
        return variables.stream().collect(toMap(TemplateVariable::key, TemplateVariable::kind));
    }
}
