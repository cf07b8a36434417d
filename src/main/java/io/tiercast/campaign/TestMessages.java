package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.Readiness.Parts;
import io.tiercast.message.Audiences;
import io.tiercast.message.Audiences.Addressed;
import io.tiercast.template.CompiledTemplate;
import io.tiercast.template.TemplateVariable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The messages of a test. What a phone has no value for is sent with the template's example. */
@ApplicationScoped
class TestMessages {

    /**
     * @param json the {@code template} object
     * @param problem why it is not sent; null: it is
     */
    record Written(String phone, String json, String problem) {}

    private final Audiences audiences;

    TestMessages(Audiences audiences) {
        this.audiences = audiences;
    }

    Uni<List<Written>> of(Parts parts, List<String> phones) {
        List<CompiledTemplate> compiled = Variants.compiled(parts);
        return audiences
                .address(phones, Variants.of(parts, compiled))
                .map(addressed -> addressed.stream()
                        .map(one -> write(parts, compiled, one))
                        .toList());
    }

    private static Written write(Parts parts, List<CompiledTemplate> compiled, Addressed one) {
        if (one.optedOut()) {
            return new Written(one.phone(), null, "This person has opted out.");
        }
        if (one.suppressed()) {
            return new Written(one.phone(), null, "This phone is on the suppression list.");
        }
        List<String> slots = compiled.get(one.variant()).slots();
        Map<String, String> examples = parts.templates().get(one.variant()).variables().stream()
                .filter(variable -> variable.example() != null)
                .collect(Collectors.toMap(TemplateVariable::key, TemplateVariable::example));
        int first = compiled.size() > 1 ? 1 : 0;
        List<String> values = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            String value = one.params()[first + i];
            values.add(value == null ? examples.get(slots.get(i)) : value);
        }
        int missing = values.indexOf(null);
        return missing >= 0
                ? new Written(one.phone(), null, "There is no value for " + slots.get(missing) + ".")
                : new Written(one.phone(), compiled.get(one.variant()).render(values), null);
    }
}
