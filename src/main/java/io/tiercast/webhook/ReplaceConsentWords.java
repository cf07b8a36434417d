package io.tiercast.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The replies of one language that decide from now on.
 *
 * @param optOut from anybody: no more marketing
 * @param confirmation from somebody who was asked to confirm; null: none
 */
public record ReplaceConsentWords(
        @NotNull @Size(max = MOST) List<@NotNull @NotBlank @Size(max = LONGEST) String> optOut,
        @Size(max = MOST) List<@NotNull @NotBlank @Size(max = LONGEST) String> confirmation) {

    static final int MOST = 200;
    static final int LONGEST = 40;

    public ReplaceConsentWords {
        confirmation = confirmation == null ? List.of() : confirmation;
    }
}
