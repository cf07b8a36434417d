package io.tiercast.contact;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A phone for the suppression list.
 *
 * @param scope null: ALL
 */
public record SuppressPhone(
        @NotNull @Schema(description = "E.164 with its +", examples = "+919812345678")
        String phone,

        SuppressionScope scope,
        @Size(max = 1_000) String source) {

    public SuppressPhone {
        scope = scope == null ? SuppressionScope.ALL : scope;
    }
}
