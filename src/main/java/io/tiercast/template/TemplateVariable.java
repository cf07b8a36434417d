package io.tiercast.template;

/**
 * One thing to fill in before a template can be sent.
 *
 * @param key such as {@code body.1}, {@code header.media} or {@code card.0.button.1.url}
 * @param example as given to Meta for the review; null if there is none
 * @param optional can be left out: then Meta uses what it has
 */
public record TemplateVariable(String key, String example, VariableKind kind, boolean optional) {

    static TemplateVariable needed(String key, String example, VariableKind kind) {
        return new TemplateVariable(key, example, kind, false);
    }

    static TemplateVariable optional(String key, VariableKind kind) {
        return new TemplateVariable(key, null, kind, true);
    }
}
