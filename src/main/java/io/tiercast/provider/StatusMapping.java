package io.tiercast.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiercast.meta.WebhookEvent;
import io.tiercast.meta.WebhookEvent.Status;
import io.tiercast.meta.WebhookEvent.StatusEvent;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a provider's reports hold what, by JSON pointers.
 *
 * @param list of the statuses in the body; missing: the body is one, or a list of them
 * @param messageId the id that the answer to the send gave
 * @param callbackData what the send gave along and the provider brings back; missing: it brings nothing back
 * @param words what its words for a status mean; another word proves no more than that the message was taken
 * @param at seconds or milliseconds since 1970, or ISO 8601 with its offset
 */
@Schema(name = "StatusMapping")
public record StatusMapping(
        @Pattern(regexp = Place.POINTER, message = Place.MESSAGE)
        String list,

        @NotNull @Pattern(regexp = Place.POINTER, message = Place.MESSAGE)
        String messageId,

        @Pattern(regexp = Place.POINTER, message = Place.MESSAGE)
        String callbackData,

        @NotNull @Pattern(regexp = Place.POINTER, message = Place.MESSAGE)
        String status,

        @NotEmpty Map<String, @NotNull Word> words,

        @Pattern(regexp = Place.POINTER, message = Place.MESSAGE)
        String at,

        @Pattern(regexp = Place.POINTER, message = Place.MESSAGE)
        String errorCode,

        @Pattern(regexp = Place.POINTER, message = Place.MESSAGE)
        String errorText) {

    public enum Word {
        SENT(Status.SENT),
        DELIVERED(Status.DELIVERED),
        READ(Status.READ),
        FAILED(Status.FAILED);

        private final Status meaning;

        Word(Status meaning) {
            this.meaning = meaning;
        }
    }

    List<WebhookEvent> read(String phoneNumberId, CallbackBody body, ErrorMapping errors) {
        return body.each(list).stream()
                .map(report -> read(phoneNumberId, report, errors))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Null: a report about something else. */
    private WebhookEvent read(String phoneNumberId, JsonNode report, ErrorMapping errors) {
        String id = Place.text(report, messageId);
        String word = Place.text(report, status);
        if (id == null || word == null) {
            return null;
        }
        Word known = words.get(word);
        Status meaning = known == null ? Status.OTHER : known.meaning;
        String code = meaning == Status.FAILED ? Place.text(report, errorCode) : null;
        return new StatusEvent(
                phoneNumberId,
                id,
                meaning,
                ReportedTime.of(Place.text(report, at)),
                null,
                null,
                null,
                Place.text(report, callbackData),
                meaning != Status.FAILED ? null : (Integer) (code == null ? Refusal.UNNAMED : errors.of(code)),
                Place.text(report, errorText),
                null);
    }
}
