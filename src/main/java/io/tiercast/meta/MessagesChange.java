package io.tiercast.meta;

import io.tiercast.meta.WebhookEvent.InboundMessage;
import io.tiercast.meta.WebhookEvent.NumberError;
import io.tiercast.meta.WebhookEvent.PreferenceChange;
import io.tiercast.meta.WebhookEvent.Status;
import io.tiercast.meta.WebhookEvent.StatusEvent;
import io.tiercast.meta.WebhookEvent.UnknownEvent;
import java.util.List;
import java.util.Locale;

/** The field {@code messages}: statuses of what we sent, messages from people, errors of the number. */
final class MessagesChange {

    private MessagesChange() {}

    static void read(Lenient value, List<WebhookEvent> events) {
        String numberId = value.at("metadata").text("phone_number_id");
        Lenient contacts = value.at("contacts");
        int before = events.size();
        value.at("statuses").each().forEach(status -> events.add(status(numberId, contacts, status)));
        value.at("messages").each().forEach(message -> events.add(message(numberId, contacts, message)));
        value.at("errors").each().forEach(error -> events.add(error(numberId, error)));
        if (events.size() == before) {
            events.add(new UnknownEvent("messages", value.json()));
        }
    }

    static void readPreferences(Lenient value, List<WebhookEvent> events) {
        String numberId = value.at("metadata").text("phone_number_id");
        int before = events.size();
        value.at("user_preferences").each().forEach(preference -> events.add(preference(numberId, preference)));
        if (events.size() == before) {
            events.add(new UnknownEvent("user_preferences", value.json()));
        }
    }

    private static StatusEvent status(String numberId, Lenient contacts, Lenient status) {
        String recipient = status.text("recipient_id");
        String userId = status.text("recipient_user_id", "user_id");
        Lenient contact = contact(contacts, recipient, userId);
        Lenient error = status.at("errors").first();
        return new StatusEvent(
                numberId,
                status.text("id"),
                statusOf(status.text("status")),
                status.at("timestamp").time(),
                recipient,
                contact.text("wa_id"),
                userId == null ? contact.text("user_id") : userId,
                status.text("biz_opaque_callback_data"),
                error.at("code").integer(),
                detail(error),
                status.at("pricing").object());
    }

    /** A voice message that was played was read. */
    private static Status statusOf(String text) {
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "sent" -> Status.SENT;
            case "delivered" -> Status.DELIVERED;
            case "read", "played" -> Status.READ;
            case "failed" -> Status.FAILED;
            default -> Status.OTHER;
        };
    }

    private static InboundMessage message(String numberId, Lenient contacts, Lenient message) {
        String from = message.text("from");
        String userId = userId(message);
        String type = message.text("type");
        InboundContent content = InboundContent.of(type, message);
        return new InboundMessage(
                numberId,
                from,
                userId,
                message.text("id"),
                message.at("timestamp").time(),
                type,
                content.text(),
                content.payload(),
                message.at("context").text("id"),
                contact(contacts, from, userId).at("profile").text("name"));
    }

    /** Whoever got another id is still known by the one before. */
    private static String userId(Lenient message) {
        String previous = message.at("system").text("previous_user_id");
        return previous == null ? message.text("from_user_id") : previous;
    }

    private static NumberError error(String numberId, Lenient error) {
        Integer code = error.at("code").integer();
        return new NumberError(numberId, code == null ? 0 : code, detail(error));
    }

    private static PreferenceChange preference(String numberId, Lenient preference) {
        return new PreferenceChange(
                numberId,
                preference.text("wa_id"),
                preference.text("user_id"),
                preference.text("category"),
                preference.text("value"),
                preference.at("timestamp").time());
    }

    private static String detail(Lenient error) {
        String details = error.at("error_data").text("details");
        return details == null ? error.text("message", "title") : details;
    }

    /** The contact that a status or message is about: by either of its names; without a name, the only one there is. */
    private static Lenient contact(Lenient contacts, String waId, String userId) {
        boolean only = waId == null && userId == null && contacts.node().size() == 1;
        return contacts.each()
                .filter(contact -> only || same(waId, contact.text("wa_id")) || same(userId, contact.text("user_id")))
                .findFirst()
                .orElseGet(() -> contacts.at("none"));
    }

    private static boolean same(String one, String other) {
        return one != null && one.equals(other);
    }
}
