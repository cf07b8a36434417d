package io.tiercast.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/** @param recipients each with a {@code phone}, and single values under the names of their columns */
public record BringRecipients(
        @NotNull @Size(min = 1, max = 5_000) List<@NotNull Map<String, Object>> recipients) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public BringRecipients(@JsonProperty("recipients") List<Map<String, Object>> recipients) {
        this.recipients = recipients;
    }

    /** The bare list is taken the same way. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static BringRecipients of(List<Map<String, Object>> recipients) {
        return new BringRecipients(recipients);
    }
}
