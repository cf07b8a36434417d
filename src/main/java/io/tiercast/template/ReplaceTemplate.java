package io.tiercast.template;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a template is to say from now on.
 *
 * @param senderId may be given as at its creation; the account cannot change
 * @param name may be given as at its creation; it cannot change
 * @param language may be given as at its creation; it cannot change
 * @param components all of them, as Meta writes them
 * @param timeToLive null: the category's own time
 * @param draft only keep it for now; possible while it is a draft
 */
public record ReplaceTemplate(
        Long senderId,
        String name,
        String language,
        @NotBlank String category,

        @NotNull @Schema(type = SchemaType.ARRAY, implementation = Object.class, description = "As Meta writes them")
        JsonNode components,

        @Schema(type = SchemaType.STRING, description = "ISO 8601, such as PT10M")
        Duration timeToLive,

        Boolean draft) {

    public ReplaceTemplate {
        draft = draft != null && draft;
    }

    Wording wording() {
        return Wording.of(category, components, timeToLive).storable();
    }
}
