package io.tiercast.template;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * @param variables by key; what is left out is shown with its example
 * @param contactId whose data fills the paths; null: paths show their fallback
 */
public record PreviewTemplate(@Size(max = 1_000) Map<String, @NotNull @Valid VariableValue> variables, Long contactId) {

    public PreviewTemplate {
        variables = variables == null ? Map.of() : variables;
    }
}
