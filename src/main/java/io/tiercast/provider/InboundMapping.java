package io.tiercast.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiercast.meta.WebhookEvent;
import io.tiercast.meta.WebhookEvent.InboundMessage;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a provider's calls hold what people wrote, by JSON pointers.
 *
 * @param list of the messages in the body; missing: the body is one, or a list of them
 * @param from the person's phone, with or without its plus
 * @param payload what stands behind a button that was pressed
 * @param answersId the provider's id of the message that it answers
 * @param at seconds or milliseconds since 1970, or ISO 8601 with its offset
 */
@Schema(name = "InboundMapping")
public record InboundMapping(
        @Pattern(regexp = Place.POINTER, message = Place.MESSAGE)
        String list,

        @NotNull @Pattern(regexp = Place.POINTER, message = Place.MESSAGE)
        String from,

        @NotNull @Pattern(regexp = Place.POINTER, message = Place.MESSAGE)
        String text,

        @Pattern(regexp = Place.POINTER, message = Place.MESSAGE)
        String payload,

        @Pattern(regexp = Place.POINTER, message = Place.MESSAGE)
        String id,

        @Pattern(regexp = Place.POINTER, message = Place.MESSAGE)
        String answersId,

        @Pattern(regexp = Place.POINTER, message = Place.MESSAGE)
        String at) {

    List<WebhookEvent> read(String phoneNumberId, CallbackBody body) {
        return body.each(list).stream()
                .map(message -> read(phoneNumberId, message))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Null: no message. */
    private WebhookEvent read(String phoneNumberId, JsonNode message) {
        String phone = digits(Place.text(message, from));
        String words = Place.text(message, text);
        String pressed = Place.text(message, payload);
        if (phone == null || words == null && pressed == null) {
            return null;
        }
        return new InboundMessage(
                phoneNumberId,
                phone,
                null,
                Place.text(message, id),
                ReportedTime.of(Place.text(message, at)),
                pressed == null ? "text" : "button",
                words,
                pressed,
                Place.text(message, answersId),
                null);
    }

    /** Null for a name in the place of a number. */
    private static String digits(String phone) {
        String digits = phone == null ? "" : phone.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? null : digits;
    }
}
