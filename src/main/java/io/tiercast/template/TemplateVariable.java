package io.tiercast.template;

/**
 * One thing to fill in before a template can be sent.
 *
 * @param key such as {@code body.1}, {@code header.media} or {@code card.0.button.1.url}
 * @param example as given to Meta for the review; null if there is none
 */
public record TemplateVariable(String key, String example) {}
