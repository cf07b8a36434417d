package io.tiercast.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tiercast.sandbox.SandboxAccount.Number;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** A batch of events as one webhook body. */
final class WebhookPayload {

    private WebhookPayload() {}

    /** ASCII only, with all else as {@code \}{@code uXXXX}, as Meta writes it: the signature is over these very bytes. */
    static byte[] of(List<DueEvent> events) {
        JsonArray changes = new JsonArray();
        for (Number number : SandboxAccount.NUMBERS) {
            addChange(changes, number, "statuses", events, true);
            addChange(changes, number, "messages", events, false);
        }
        JsonObject entry = new JsonObject().put("id", SandboxAccount.WABA_ID).put("changes", changes);
        JsonObject body =
                new JsonObject().put("object", "whatsapp_business_account").put("entry", new JsonArray().add(entry));
        return ascii(body.encode()).getBytes(US_ASCII);
    }

    /** Statuses and messages of a number never share a change. */
    private static void addChange(JsonArray changes, Number number, String list, List<DueEvent> all, boolean statuses) {
        List<DueEvent> events = all.stream()
                .filter(event -> event.phoneNumberId().equals(number.phoneNumberId()))
                .filter(event -> event.kind().isStatus() == statuses)
                .toList();
        if (!events.isEmpty()) {
            JsonObject value = value(number).put(list, each(events, statuses, number));
            if (!statuses) {
                value.put("contacts", contacts(events));
            }
            changes.add(new JsonObject().put("field", "messages").put("value", value));
        }
    }

    private static JsonObject value(Number number) {
        return new JsonObject()
                .put("messaging_product", "whatsapp")
                .put(
                        "metadata",
                        new JsonObject()
                                .put("display_phone_number", Long.toString(number.digits()))
                                .put("phone_number_id", number.phoneNumberId()));
    }

    private static JsonArray each(List<DueEvent> events, boolean statuses, Number number) {
        JsonArray list = new JsonArray();
        events.forEach(event -> list.add(statuses ? StatusJson.of(event) : InboundJson.of(event, number)));
        return list;
    }

    private static JsonArray contacts(List<DueEvent> events) {
        JsonArray contacts = new JsonArray();
        events.stream()
                .mapToLong(DueEvent::recipient)
                .distinct()
                .forEach(recipient -> contacts.add(new JsonObject()
                        .put("profile", new JsonObject().put("name", "Sandbox person"))
                        .put("wa_id", Long.toString(recipient))
                        .put("user_id", Person.userId(recipient))));
        return contacts;
    }

    private static String ascii(String json) {
        StringBuilder escaped = null;
        int copied = 0;
        for (int i = 0; i < json.length(); i++) {
            if (json.charAt(i) > 127) {
                escaped = escaped == null ? new StringBuilder(json.length() + 256) : escaped;
                escaped.append(json, copied, i).append(String.format("\\u%04x", (int) json.charAt(i)));
                copied = i + 1;
            }
        }
        return escaped == null
                ? json
                : escaped.append(json, copied, json.length()).toString();
    }
}
