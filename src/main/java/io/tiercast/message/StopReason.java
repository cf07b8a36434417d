package io.tiercast.message;

import io.vertx.core.json.JsonObject;

/**
 * Why a queue was shut by an answer of Meta's.
 *
 * @param code Meta's error code
 * @param message the reason in plain words
 * @param advice what a person can do about it
 */
public record StopReason(int code, String message, String advice) {

    JsonObject json() {
        return new JsonObject().put("code", code).put("message", message).put("advice", advice);
    }

    static StopReason of(JsonObject json) {
        return new StopReason(json.getInteger("code"), json.getString("message"), json.getString("advice"));
    }
}
