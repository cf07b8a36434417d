package io.tiercast.meta;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Meta's envelope: up to a thousand changes of several accounts in one body. */
public final class WebhookPayload {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private WebhookPayload() {}

    /**
     * Reads everything that a body carries, in its order.
     *
     * @throws MalformedPayload if it is not JSON, or not Meta's envelope
     */
    public static List<WebhookEvent> parse(byte[] body) {
        JsonNode entries = read(body).path("entry");
        if (!entries.isArray()) {
            throw new MalformedPayload("The body has no list named entry");
        }
        List<WebhookEvent> events = new ArrayList<>();
        new Lenient(entries).each().forEach(entry -> readEntry(entry, events));
        return events;
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readValue(new String(body, UTF_8));
        } catch (JsonProcessingException e) {
            throw new MalformedPayload("The body is not JSON: " + e.getOriginalMessage());
        }
    }

    private static void readEntry(Lenient entry, List<WebhookEvent> events) {
        String wabaId = entry.text("id");
        Instant at = entry.at("time").time();
        entry.at("changes").each().forEach(change -> readChange(wabaId, at, change, events));
    }

    private static void readChange(String wabaId, Instant at, Lenient change, List<WebhookEvent> events) {
        String field = change.text("field");
        Lenient value = change.at("value");
        if (field == null) {
            events.add(new WebhookEvent.UnknownEvent(null, change.json()));
            return;
        }
        switch (field) {
            case "messages" -> MessagesChange.read(value, events);
            case "calls" -> CallsChange.read(value, events);
            case "user_preferences" -> MessagesChange.readPreferences(value, events);
            default -> events.add(AccountChanges.read(wabaId, at, field, value, change));
        }
    }
}
