package io.tiercast.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiercast.problem.Problems.FieldError;
import io.tiercast.template.rules.TemplateRules;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A template as far as it is written, to be checked while it is.
 *
 * @param name null: not checked, as it cannot be changed any more
 * @param language null: not checked
 * @param timeToLive null: the category's own time
 */
public record CheckTemplate(
        String name,
        String language,
        @NotNull String category,

        @NotNull @Schema(type = SchemaType.ARRAY, implementation = Object.class, description = "As Meta writes them")
        JsonNode components,

        @Schema(type = SchemaType.STRING, description = "ISO 8601, such as PT10M")
        Duration timeToLive) {

    /** Every rule of Meta's that it breaks, by field. */
    List<FieldError> problems() {
        Wording wording = Wording.of(category, components, timeToLive);
        List<FieldError> problems = new ArrayList<>();
        if (name != null && language != null) {
            problems.addAll(TemplateRules.ofName(name, language));
        }
        problems.addAll(TemplateRules.ofContent(wording.category(), wording.components(), timeToLive));
        return problems;
    }
}
