package io.tiercast.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param announcedCategory what Meta will change the category to within a day; null: nothing announced
 * @param pausedUntil when Meta's pause ends by itself; null: not paused, or nobody knows
 * @param missing Meta no longer lists it
 * @param variables all of them need a value
 * @param optionalVariables may have one
 * @param timeToLive how long Meta tries to deliver a message of it; null: the category's own time
 * @param notSendable why it cannot be sent just now; null: it can
 */
public record TemplateView(
        long id,
        String wabaId,
        String name,
        String language,
        String category,
        String announcedCategory,
        String status,
        String quality,
        String rejectedReason,
        Instant pausedUntil,
        boolean missing,
        String notSendable,

        @Schema(type = SchemaType.ARRAY, implementation = Object.class, description = "As Meta writes them")
        JsonNode components,

        @Schema(type = SchemaType.STRING, description = "ISO 8601, such as PT10M")
        Duration timeToLive,

        List<TemplateVariable> variables,
        List<TemplateVariable> optionalVariables,
        Instant syncedAt) {

    static TemplateView of(Template template) {
        List<TemplateVariable> variables = template.variables();
        return new TemplateView(
                template.id(),
                template.wabaId(),
                template.name(),
                template.language(),
                template.category(),
                template.announcedCategory(),
                template.status(),
                template.quality(),
                template.rejectedReason(),
                template.pausedUntil(),
                template.missingSince() != null,
                template.whyNotSendable().orElse(null),
                template.components(),
                template.timeToLive() == null ? null : template.deliveredWithin(),
                variables.stream().filter(variable -> !variable.optional()).toList(),
                variables.stream().filter(TemplateVariable::optional).toList(),
                template.syncedAt());
    }
}
