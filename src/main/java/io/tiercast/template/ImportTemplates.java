package io.tiercast.template;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Templates of a provider that does not list them.
 *
 * @param senderId any number of the account
 * @param templates as Meta lists them: name, language, category, components; without a status they are approved
 */
public record ImportTemplates(
        @NotNull Long senderId,

        @NotEmpty
        @Size(max = 1000)
        @Schema(type = SchemaType.ARRAY, implementation = Object.class, description = "As Meta lists them")
        List<@NotNull JsonNode> templates) {}
