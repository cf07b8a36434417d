package io.tiercast.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiercast.meta.MalformedPayload;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** What a provider called us with: JSON, or a form as an object of its fields. */
record CallbackBody(JsonNode content) {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    /** @throws MalformedPayload if it is neither */
    static CallbackBody read(String contentType, byte[] body) {
        boolean form = contentType != null
                && contentType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
        try {
            return new CallbackBody(form ? form(new String(body, UTF_8)) : JSON.readTree(body));
        } catch (IOException | IllegalArgumentException e) {
            throw new MalformedPayload("The body is neither JSON nor a form");
        }
    }

    /** The elements of a list, or the one thing that stands there. @param list null: the whole body */
    List<JsonNode> each(String list) {
        JsonNode found = list == null ? content : content.at(list);
        return found.isArray()
                ? StreamSupport.stream(found.spliterator(), false).toList()
                : found.isObject() ? List.of(found) : List.of();
    }

    private static ObjectNode form(String body) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, equals), UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return fields;
    }
}
