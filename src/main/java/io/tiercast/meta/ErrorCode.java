package io.tiercast.meta;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * One of Meta's error codes in plain words.
 *
 * @param lastCode the end of a range of codes with one meaning; null for a single code
 * @param retryAfter the least time before this can go better; null where time does not help or none is known
 * @param tries how often in all the message may be tried; null where only time limits it
 * @param suppress whom to write to no more: ALL messages or MARKETING; null: nobody
 */
public record ErrorCode(
        int code,
        Integer lastCode,
        @JsonProperty("class") ErrorClass errorClass,
        String meaning,
        String advice,
        Duration retryAfter,
        Integer tries,
        Suppression suppress) {

    /** What a refusal says about later messages to the same person. */
    public enum Suppression {
        MARKETING,
        ALL
    }

    boolean covers(int other) {
        return other >= code && other <= (lastCode == null ? code : lastCode);
    }
}
