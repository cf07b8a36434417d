package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.Readiness.Parts;
import io.tiercast.message.Audiences;
import io.tiercast.message.Audiences.Addressed;
import io.tiercast.template.CompiledTemplate;
import io.tiercast.template.TemplateVariable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final CampaignMedia media;

    TestMessages(Audiences audiences, CampaignMedia media) {
        this.audiences = audiences;
        this.media = media;
    }

    /** Fails with 422 if Meta does not take a file that they show. */
    Uni<List<Written>> of(Parts parts, List<String> phones) {
        List<CompiledTemplate> compiled = Variants.compiled(parts);
        return audiences
                .address(phones, Variants.of(parts, compiled))
                .chain(addressed -> shown(parts, addressed).map(ids -> write(parts, compiled, addressed, ids)));
    }

    /** Meta's ids of the files. */
    private Uni<Map<String, String>> shown(Parts parts, List<Addressed> addressed) {
        List<String> params =
                addressed.stream().flatMap(one -> Arrays.stream(one.params())).toList();
        return media.ofParams(parts, params).map(shown -> {
            if (!shown.problems().isEmpty()) {
                throw Finding.refusal(shown.problems());
            }
            return shown.ids();
        });
    }

    private static List<Written> write(
            Parts parts, List<CompiledTemplate> compiled, List<Addressed> addressed, Map<String, String> ids) {
        List<CompiledTemplate> showing =
                compiled.stream().map(one -> one.showing(ids)).toList();
        return addressed.stream().map(one -> write(parts, showing, one, ids)).toList();
    }

    private static Written write(Parts parts, List<CompiledTemplate> compiled, Addressed one, Map<String, String> ids) {
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
                : new Written(one.phone(), compiled.get(one.variant()).render(values, ids), null);
    }
}
