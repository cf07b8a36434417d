package io.tiercast.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Reads the answer to a management call: an object, or an error of Meta's, or of something that stands in between. */
final class GraphAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private GraphAnswer() {}

    /**
     * @throws GraphError if the call was refused
     * @throws GraphUnreachable if this is no answer of Meta's
     */
    static Lenient read(int status, byte[] body) {
        Lenient answer = new Lenient(parse(body));
        Lenient error = answer.at("error");
        if (error.has("code")) {
            throw refused(error);
        }
        if (status >= 400 && status < 500) {
            throw new GraphError(codeOf(status), null);
        }
        if (status >= 300 || !answer.node().isObject()) {
            throw new GraphUnreachable("HTTP " + status + " without an answer of Meta's", null);
        }
        return answer;
    }

    private static GraphError refused(Lenient error) {
        Integer code = error.at("code").integer();
        return new GraphError(code == null ? 1 : code, details(error));
    }

    /** Refusals of templates are explained to the user, those of messages to the developer. */
    private static String details(Lenient error) {
        String details = error.at("error_data").text("details");
        return details == null ? error.text("error_user_msg", "error_user_title") : details;
    }

    /** What a bare HTTP status would be in Meta's own words. */
    private static int codeOf(int status) {
        return switch (status) {
            case 401 -> 190;
            case 403 -> 10;
            case 404 -> 33;
            case 429 -> 4;
            default -> 100;
        };
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
