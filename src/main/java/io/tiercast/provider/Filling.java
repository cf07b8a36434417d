package io.tiercast.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values in the place of {@code {{placeholders}}}. */
final class Filling {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([A-Za-z0-9_.]+)}}");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Filling() {}

    /**
     * A copy, filled. A text that is nothing but a placeholder becomes the value itself, be it a list or an object; a field or
     * an element whose value is missing is left out. Within other words a missing value is empty.
     */
    static JsonNode json(JsonNode template, Map<String, JsonNode> values) {
        if (template instanceof ObjectNode object) {
            ObjectNode filled = JSON.objectNode();
            object.properties().forEach(field -> {
                JsonNode value = json(field.getValue(), values);
                if (!value.isMissingNode()) {
                    filled.set(field.getKey(), value);
                }
            });
            return filled;
        } else if (template instanceof ArrayNode array) {
            ArrayNode filled = JSON.arrayNode();
            array.forEach(element -> {
                JsonNode value = json(element, values);
                if (!value.isMissingNode()) {
                    filled.add(value);
                }
            });
            return filled;
        }
        return template.isTextual() ? text(template.textValue(), values) : template;
    }

    private static JsonNode text(String template, Map<String, JsonNode> values) {
        Matcher only = PLACEHOLDER.matcher(template);
        if (only.matches()) {
            JsonNode value = values.get(only.group(1));
            return value == null ? JSON.missingNode() : value;
        }
        return TextNode.valueOf(text(template, values, UnaryOperator.identity()));
    }

    /** @param written how a value is written where it stands */
    static String text(String template, Map<String, JsonNode> values, UnaryOperator<String> written) {
        return PLACEHOLDER.matcher(template).replaceAll(found -> {
            JsonNode value = values.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? "" : written.apply(plain(value)));
        });
    }

    /** A list or an object as its JSON. */
    static String plain(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    static Set<String> placeholders(String template) {
        Set<String> names = new TreeSet<>();
        PLACEHOLDER.matcher(template).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    static String withoutPlaceholders(String template) {
        return template == null ? "" : PLACEHOLDER.matcher(template).replaceAll("x");
    }
}
