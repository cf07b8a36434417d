package io.tiercast.template;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A template to submit to Meta.
 *
 * @param senderId any number of the account
 * @param components as Meta writes them
 * @param timeToLive how long Meta tries to deliver a message of it; null: the category's own time
 * @param draft only keep it for now; it is submitted later
 */
public record CreateTemplate(
        @NotNull Long senderId,
        @NotBlank String name,
        @NotBlank String language,
        @NotBlank String category,

        @NotNull @Schema(type = SchemaType.ARRAY, implementation = Object.class, description = "As Meta writes them")
        JsonNode components,

        @Schema(type = SchemaType.STRING, description = "ISO 8601, such as PT10M")
        Duration timeToLive,

        Boolean draft) {

    public CreateTemplate {
        draft = draft != null && draft;
    }

    Wording wording() {
        return Wording.of(category, components, timeToLive).storable();
    }
}
