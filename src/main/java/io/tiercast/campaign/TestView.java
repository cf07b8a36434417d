package io.tiercast.campaign;

import java.util.List;

/** What became of a test. */
public record TestView(List<Sent> items) {

    public enum Outcome {
        ACCEPTED,
        /** Meta refused it, or the person has opted out, or a value is missing. */
        REFUSED,
        /** Meta could not be reached. */
        NOT_SENT,
        /** Nobody knows whether it was sent. */
        IN_DOUBT
    }

    /**
     * @param code Meta's, where it refused; else null
     * @param message why it was not accepted; null if it was
     */
    public record Sent(String phone, Outcome outcome, Integer code, String message) {}
}
