package io.tiercast.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tiercast.meta.SendOutcome.Accepted;
import io.tiercast.meta.SendOutcome.InDoubt;
import io.tiercast.meta.SendOutcome.Refused;
import java.io.IOException;

/** Reads Meta's answer to a send. Anything that is neither an acceptance nor an error of Meta's own shape leaves us in doubt. */
public final class SendAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SendAnswer() {}

    public static SendOutcome read(int status, byte[] body) {
        JsonNode answer = parse(body);
        JsonNode error = answer.path("error");
        JsonNode message = answer.path("messages").path(0);
        if (error.path("code").isInt()) {
            return refused(error);
        }
        return message.path("id").isTextual()
                ? accepted(message, answer.path("contacts").path(0))
                : new InDoubt("HTTP " + status + " with an answer of unknown shape");
    }

    private static SendOutcome refused(JsonNode error) {
        String details = error.path("error_data")
                .path("details")
                .asText(error.path("message").asText(""));
        return new Refused(error.path("code").intValue(), details);
    }

    private static SendOutcome accepted(JsonNode message, JsonNode contact) {
        boolean held = message.path("message_status").asText().equals("held_for_quality_assessment");
        return new Accepted(
                message.path("id").textValue(), contact.path("wa_id").textValue(), held);
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
