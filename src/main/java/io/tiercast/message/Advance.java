package io.tiercast.message;

import java.time.Instant;

/**
 * What became known of one attempt: the answer to our request, or a status from Meta. Several of the same attempt merge into
 * one that says all they said.
 *
 * @param state what it shows: {@link MessageState#ACCEPTED} and up as ranks; {@code DEFERRED}, {@code IN_DOUBT} and
 *     {@code HELD} only hold while nothing better is known
 * @param error Meta's code, where it failed or is to be tried again
 * @param acceptedAt when Meta took it; any status proves that it did
 * @param retryAt when to try again, with {@code DEFERRED}
 */
public record Advance(
        MessageKey key,
        int attempt,
        MessageState state,
        Integer error,
        Instant acceptedAt,
        Instant sentAt,
        Instant deliveredAt,
        Instant readAt,
        Instant failedAt,
        Instant retryAt) {

    /** Meta took the message, or took it and holds it back. */
    public static Advance accepted(MessageKey key, int attempt, boolean held, Instant at) {
        MessageState state = held ? MessageState.HELD : MessageState.ACCEPTED;
        return new Advance(key, attempt, state, null, at, null, null, null, null, null);
    }

    /** Meta refused the message for good. */
    public static Advance rejected(MessageKey key, int attempt, int error, Instant at) {
        return new Advance(key, attempt, MessageState.FAILED, error, null, null, null, null, at, null);
    }

    /** Proven not sent; to be tried again. */
    public static Advance deferred(MessageKey key, int attempt, Integer error, Instant retryAt) {
        return new Advance(key, attempt, MessageState.DEFERRED, error, null, null, null, null, null, retryAt);
    }

    public static Advance inDoubt(MessageKey key, int attempt) {
        return new Advance(key, attempt, MessageState.IN_DOUBT, null, null, null, null, null, null, null);
    }

    /** A status of Meta's; each implies the ones before it, but a failure implies no more than that it was accepted. */
    public static Advance status(MessageKey key, int attempt, MessageState state, Integer error, Instant at) {
        boolean failed = state == MessageState.FAILED;
        int rank = state.code();
        return new Advance(
                key,
                attempt,
                state,
                error,
                at,
                !failed && rank >= MessageState.SENT.code() ? at : null,
                !failed && rank >= MessageState.DELIVERED.code() ? at : null,
                state == MessageState.READ ? at : null,
                failed ? at : null,
                null);
    }

    Advance merge(Advance other) {
        return new Advance(
                key,
                attempt,
                state.code() >= other.state.code() ? state : other.state,
                error != null ? error : other.error,
                earlier(acceptedAt, other.acceptedAt),
                earlier(sentAt, other.sentAt),
                earlier(deliveredAt, other.deliveredAt),
                earlier(readAt, other.readAt),
                earlier(failedAt, other.failedAt),
                retryAt != null ? retryAt : other.retryAt);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a == null || b != null && b.isBefore(a) ? b : a;
    }
}
