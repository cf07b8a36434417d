package io.tiercast.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tiercast.problem.Problems;
import io.tiercast.problem.Problems.FieldError;
import io.tiercast.template.rules.TemplateRules;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a template says: all that can be changed about it. */
record Wording(String category, JsonNode components, Duration timeToLive) {

    /** The longest that any category may have. */
    private static final Duration LONGEST = Duration.ofDays(30);

    private static final List<String> WORDS = List.of("type", "format", "otp_type");

    /** Meta takes its own words in small letters, too; they are kept as it lists them. */
    static Wording of(String category, JsonNode components, Duration timeToLive) {
        JsonNode copy = components.deepCopy();
        capitalise(copy);
        return new Wording(category.toUpperCase(Locale.ROOT), copy, timeToLive);
    }

    /** The same, or 422 for what cannot be kept even as a draft. */
    Wording storable() {
        if (!components.isArray()) {
            throw Problems.invalid("components", "must be an array");
        }
        if (timeToLive != null && (timeToLive.toSeconds() < 1 || timeToLive.compareTo(LONGEST) > 0)) {
            throw Problems.invalid("timeToLive", "must be 1 s to 30 days");
        }
        return this;
    }

    /** Named, if its variables have names. */
    String parameterFormat() {
        return TemplateContent.of(components).named() ? "NAMED" : "POSITIONAL";
    }

    Integer timeToLiveSeconds() {
        return timeToLive == null ? null : (Integer) (int) timeToLive.toSeconds();
    }

    /**
     * Fails with 422 and every rule that it breaks.
     *
     * @param submitted whether Meta gets it to see; examples are for its eyes only
     */
    void refuse(List<FieldError> others, boolean submitted) {
        List<FieldError> errors = new ArrayList<>(others);
        TemplateRules.ofContent(category, components, timeToLive).stream()
                .filter(error -> submitted || !error.field().contains(".example"))
                .forEach(errors::add);
        if (!errors.isEmpty()) {
            throw Problems.invalid("template-not-valid", "Meta would refuse this template.", errors);
        }
    }

    /** As Meta wants it in a request. */
    JsonObject json() {
        JsonObject json = new JsonObject()
                .put("category", category)
                .put("parameter_format", parameterFormat())
                .put("components", new JsonArray(components.toString()));
        return timeToLive == null ? json : json.put("message_send_ttl_seconds", timeToLiveSeconds());
    }

    private static void capitalise(JsonNode node) {
        if (node instanceof ObjectNode object) {
            WORDS.stream()
                    .filter(word -> object.path(word).isTextual())
                    .forEach(word -> object.set(
                            word, TextNode.valueOf(object.path(word).textValue().toUpperCase(Locale.ROOT))));
        }
        node.forEach(Wording::capitalise);
    }
}
