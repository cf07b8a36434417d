package io.tiercast.meta;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A template as Meta lists it.
 *
 * @param announcedCategory the one that Meta takes for right; null: it says nothing
 * @param quality GREEN, YELLOW, RED or UNKNOWN
 * @param rejectedReason null unless it was rejected
 * @param components an array, as Meta writes it
 * @param timeToLive seconds, -1 for 30 days; null: the category's own
 */
public record ListedTemplate(
        String id,
        String name,
        String language,
        String category,
        String announcedCategory,
        String status,
        String quality,
        String rejectedReason,
        String parameterFormat,
        JsonNode components,
        Integer timeToLive) {

    static final String FIELDS =
            "id,name,language,status,category,correct_category,parameter_format,components,quality_score,rejected_reason,message_send_ttl_seconds";

    /** One of a list, however it came. */
    public static ListedTemplate read(JsonNode template) {
        return of(new Lenient(template));
    }

    static ListedTemplate of(Lenient template) {
        String rejected = template.text("rejected_reason");
        Lenient quality = template.at("quality_score");
        return new ListedTemplate(
                template.text("id"),
                template.text("name"),
                template.text("language"),
                orUnknown(template.text("category")),
                template.text("correct_category"),
                orUnknown(template.text("status")),
                PhoneNumber.quality(quality.has("score") ? quality.text("score") : quality.text()),
                "NONE".equals(rejected) ? null : rejected,
                template.has("parameter_format") ? template.text("parameter_format") : "POSITIONAL",
                template.at("components").node(),
                template.at("message_send_ttl_seconds").integer());
    }

    boolean complete() {
        return name != null && language != null && components.isArray();
    }

    private static String orUnknown(String text) {
        return text == null ? "UNKNOWN" : text;
    }
}
