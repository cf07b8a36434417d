package io.tiercast.message;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * Why a queue was shut by an answer of Meta's.
 *
 * @param code Meta's error code
 * @param message the reason in plain words
 * @param advice what a person can do about it
 * @param until when it is over by itself; null: nobody knows
 */
public record StopReason(int code, String message, String advice, Instant until) {

    public StopReason(int code, String message, String advice) {
        this(code, message, advice, null);
    }

    /** Whether it may be tried again by now. */
    public boolean over(Instant now) {
        return until != null && !now.isBefore(until);
    }

    JsonObject json() {
        JsonObject json =
                new JsonObject().put("code", code).put("message", message).put("advice", advice);
        return until == null ? json : json.put("until", until.toString());
    }

    static StopReason of(JsonObject json) {
        return new StopReason(
                json.getInteger("code"), json.getString("message"), json.getString("advice"), json.getInstant("until"));
    }
}
