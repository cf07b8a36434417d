package io.tiercast.contact;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Phones for the suppression list, for the same reason.
 *
 * @param scope null: ALL
 */
public record SuppressPhones(
        @NotNull @Size(max = 10_000) List<@NotNull String> phones,
        SuppressionScope scope,
        @Size(max = 1_000) String source) {

    public SuppressPhones {
        scope = scope == null ? SuppressionScope.ALL : scope;
    }
}
