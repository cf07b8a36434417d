package io.tiercast.template;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;

/**
 * @param variables by key; what is left out is shown with its example
 * @param contactId whose data fills the paths; null: paths show their fallback
 */
public record PreviewTemplate(Map<String, @NotNull @Valid VariableValue> variables, Long contactId) {

    public PreviewTemplate {
        variables = variables == null ? Map.of() : variables;
    }
}
