package io.tiercast.outside;

import io.vertx.core.json.JsonObject;

/** What is answered to a request. */
public record GraphResponse(int status, JsonObject body) {

    public static GraphResponse ok(JsonObject body) {
        return new GraphResponse(200, body);
    }

    public static GraphResponse refusal(int code, String details) {
        JsonObject error = new JsonObject()
                .put("message", "(#" + code + ") " + details)
                .put("type", "OAuthException")
                .put("code", code)
                .put(
                        "error_data",
                        new JsonObject().put("messaging_product", "whatsapp").put("details", details))
                .put("fbtrace_id", "A" + Integer.toHexString(details.hashCode()));
        return new GraphResponse(status(code), new JsonObject().put("error", error));
    }

    private static int status(int code) {
        return switch (code) {
            case 0, 190 -> 401;
            case 10, 131005, 131031 -> 403;
            case 132001 -> 404;
            case 1, 131000, 131016 -> 500;
            default -> 400;
        };
    }
}
