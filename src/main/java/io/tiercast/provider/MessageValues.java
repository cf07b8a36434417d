package io.tiercast.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tiercast.meta.SendTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a message has for the placeholders of a request: the envelope, the template as Meta writes it, and its variables by the
 * keys by which campaigns map them ({@code body.1}, {@code header.media}, {@code button.0.url}).
 */
final class MessageValues {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Names that every message has, or may have. */
    static final List<String> FIXED = List.of(
            "to",
            "toDigits",
            "from",
            "callbackData",
            "secret",
            "template",
            "template.name",
            "template.language",
            "template.id",
            "template.components",
            "body",
            "variables");

    /** Names of variables, of which a template has some. */
    static final Pattern VARIABLE = Pattern.compile("(card\\.[0-9]+\\.)?(header|body|button|offer)\\.[A-Za-z0-9_.]+");

    private final Map<String, JsonNode> values = new HashMap<>();
    private final ObjectNode variables = JsonNodeFactory.instance.objectNode();
    private final ArrayNode body = JsonNodeFactory.instance.arrayNode();

    private MessageValues() {}

    static Map<String, JsonNode> of(SendTemplate message, Map<String, String> templateIds) {
        MessageValues read = new MessageValues();
        read.envelope(message);
        read.template(template(message), templateIds);
        return read.values;
    }

    private void envelope(SendTemplate message) {
        put("to", message.to());
        put("toDigits", message.to().substring(1));
        put("from", message.phoneNumberId());
        put("callbackData", message.callbackData());
        put("secret", message.accessToken());
    }

    private void template(JsonNode template, Map<String, String> templateIds) {
        String name = template.path("name").asText();
        String language = template.path("language").path("code").asText();
        values.put("template", template);
        put("template.name", name);
        put("template.language", language);
        put("template.id", templateIds.get(name + "/" + language));
        values.put("template.components", template.path("components"));
        template.path("components").forEach(component -> component("", component));
        values.put("body", body);
        values.put("variables", variables);
    }

    private void component(String at, JsonNode component) {
        JsonNode parameters = component.path("parameters");
        switch (component.path("type").asText()) {
            case "header" -> parameters.forEach(one -> header(at + "header.", one));
            case "body" -> texts(at + "body.", parameters, at.isEmpty());
            case "button" -> button(at + "button." + component.path("index").asText() + ".", component);
            case "limited_time_offer" ->
                variable(at + "offer.expires", parameters.path(0).at("/limited_time_offer/expiration_time_ms"));
            case "carousel" -> component.path("cards").forEach(this::card);
            default -> {
                // A kind without variables, or one that only the template itself shows.
            }
        }
    }

    private void card(JsonNode card) {
        String at = "card." + card.path("card_index").asText() + ".";
        card.path("components").forEach(component -> component(at, component));
    }

    private void header(String at, JsonNode parameter) {
        String type = parameter.path("type").asText();
        switch (type) {
            case "text" -> variable(at + name(parameter, 1), parameter.path("text"));
            case "image", "video", "document" -> {
                JsonNode media = parameter.path(type);
                variable(at + "media", media.has("link") ? media.path("link") : media.path("id"));
                variable(at + "filename", media.path("filename"));
            }
            case "location" ->
                parameter.path(type).properties().forEach(field -> variable(at + field.getKey(), field.getValue()));
            default -> variable(at + type, parameter.path(type).path("product_retailer_id"));
        }
    }

    private void texts(String at, JsonNode parameters, boolean main) {
        for (int i = 0; i < parameters.size(); i++) {
            JsonNode text = parameters.get(i).path("text");
            variable(at + name(parameters.get(i), i + 1), text);
            if (main) {
                body.add(text);
            }
        }
    }

    private void button(String at, JsonNode button) {
        JsonNode parameter = button.path("parameters").path(0);
        switch (button.path("sub_type").asText().toLowerCase(java.util.Locale.ROOT)) {
            case "url" -> variable(at + "url", parameter.path("text"));
            case "quick_reply" -> variable(at + "payload", parameter.path("payload"));
            case "copy_code" -> variable(at + "code", parameter.path("coupon_code"));
            default -> variable(at + "action", parameter.path("action"));
        }
    }

    private void variable(String key, JsonNode value) {
        if (!value.isMissingNode()) {
            values.put(key, value);
            variables.set(key, value);
        }
    }

    private void put(String key, String value) {
        if (value != null) {
            values.put(key, TextNode.valueOf(value));
        }
    }

    private static String name(JsonNode parameter, int position) {
        return parameter.path("parameter_name").asText(Integer.toString(position));
    }

    private static JsonNode template(SendTemplate message) {
        try {
            return JSON.readTree(message.templateJson());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A compiled template is JSON", e);
        }
    }
}
