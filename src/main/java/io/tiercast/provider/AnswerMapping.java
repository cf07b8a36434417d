package io.tiercast.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tiercast.meta.SendOutcome;
import io.tiercast.meta.SendOutcome.Accepted;
import io.tiercast.meta.SendOutcome.Refused;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where the answer to a send holds what, by JSON pointers.
 *
 * @param messageId the provider's id of the message; with it, and a status of 2xx, the message is accepted
 * @param errorCode with it the message is refused; missing, empty and 0 are no code
 */
@Schema(name = "AnswerMapping")
public record AnswerMapping(
        @NotNull @Pattern(regexp = Place.POINTER, message = Place.MESSAGE)
        String messageId,

        @Pattern(regexp = Place.POINTER, message = Place.MESSAGE)
        String errorCode,

        @Pattern(regexp = Place.POINTER, message = Place.MESSAGE)
        String errorText) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An unknown code beside a fault of the server's proves nothing. */
    SendOutcome read(int status, byte[] body, ErrorMapping errors) {
        JsonNode answer = parse(body);
        String code = Place.text(answer, errorCode);
        String text = Place.text(answer, errorText);
        if (code != null && !code.equals("0") && (errors.knows(code) || status < 400)) {
            return new Refused(errors.of(code), text == null ? "The provider's code " + code : text);
        }
        String id = Place.text(answer, messageId);
        if (id != null && status >= 200 && status < 300) {
            return new Accepted(id, null, false);
        }
        return named(Refusal.of(status, text), code, errors);
    }

    /** A refusal by its status takes the provider's code where that is one of Meta's. */
    private static SendOutcome named(SendOutcome outcome, String code, ErrorMapping errors) {
        return outcome instanceof Refused refused && refused.code() == Refusal.UNNAMED && code != null
                ? new Refused(errors.of(code), refused.details())
                : outcome;
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
