package io.tiercast.sandbox;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;

/** An error answer in the shape of the Graph API. */
final class Refusal extends RuntimeException {

    /** HTTP status and title as Meta's error table gives them. */
    private record Entry(int status, String title) {}

    private static final Entry UNLISTED = new Entry(400, "Invalid parameter");

    private static final Map<Integer, Entry> TABLE = Map.ofEntries(
            Map.entry(100, new Entry(400, "Invalid parameter")),
            Map.entry(190, new Entry(401, "Invalid OAuth access token - Cannot parse access token")),
            Map.entry(130429, new Entry(400, "Rate limit hit")),
            Map.entry(131000, new Entry(500, "Something went wrong")),
            Map.entry(131008, new Entry(400, "Required parameter is missing")),
            Map.entry(131009, new Entry(400, "Parameter value is not valid")),
            Map.entry(131021, new Entry(400, "Recipient cannot be sender")),
            Map.entry(131026, new Entry(400, "Message undeliverable")),
            Map.entry(131047, new Entry(400, "Re-engagement message")),
            Map.entry(131048, new Entry(400, "Spam rate limit hit")),
            Map.entry(
                    131049, new Entry(400, "This message was not delivered to maintain healthy ecosystem engagement.")),
            Map.entry(131051, new Entry(400, "Unsupported message type")),
            Map.entry(131053, new Entry(400, "Media upload error")),
            Map.entry(131056, new Entry(400, "(Business Account, Consumer Account) pair rate limit hit")),
            Map.entry(131059, new Entry(400, "Invalid paging cursor")),
            Map.entry(130472, new Entry(400, "User's number is part of an experiment")),
            Map.entry(132000, new Entry(400, "Number of parameters does not match the expected number of params")),
            Map.entry(132001, new Entry(404, "Template name does not exist in the translation")),
            Map.entry(132005, new Entry(400, "Translated text too long")),
            Map.entry(132012, new Entry(400, "Parameter format does not match format in the created template")),
            Map.entry(132015, new Entry(400, "Template is paused")),
            Map.entry(132016, new Entry(400, "Template is disabled")),
            Map.entry(132018, new Entry(400, "There is an issue with the parameters in your template")));

    final int code;
    private final String details;
    private final Integer subcode;

    private Refusal(int code, String details, Integer subcode) {
        super(code + " " + details, null, false, false);
        this.code = code;
        this.details = details;
        this.subcode = subcode;
    }

    static Refusal of(int code, String details) {
        return new Refusal(code, details, null);
    }

    /** What Graph says of an object that is not there or not the caller's. */
    static Refusal noSuchObject(String id) {
        return new Refusal(
                100, "Object with ID '" + id + "' does not exist, or cannot be loaded due to missing permissions", 33);
    }

    /** A template that breaks a rule. */
    static Refusal template(int subcode, String message) {
        return new Refusal(100, message, subcode);
    }

    static String title(int code) {
        return TABLE.getOrDefault(code, UNLISTED).title();
    }

    int status() {
        return TABLE.getOrDefault(code, UNLISTED).status();
    }

    JsonObject toJson() {
        JsonObject error = new JsonObject()
                .put("message", "(#" + code + ") " + title(code))
                .put("type", "OAuthException")
                .put("code", code)
                .put(
                        "error_data",
                        new JsonObject().put("messaging_product", "whatsapp").put("details", details))
                .put(
                        "fbtrace_id",
                        "A" + UUID.randomUUID().toString().replace("-", "").substring(0, 22));
        if (subcode != null) {
            error.put("error_subcode", subcode)
                    .put("error_user_title", title(code))
                    .put("error_user_msg", details);
        }
        return new JsonObject().put("error", error);
    }
}
