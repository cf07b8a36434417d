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
 * @param failedAt when Meta gave it up; with {@code DEFERRED}, too, if it had taken it before
 * @param retry with {@code DEFERRED}
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
        Retry retry) {

    /** Meta took the message, or took it and holds it back. */
    public static Advance accepted(Attempt attempt, boolean held, Instant at) {
        MessageState state = held ? MessageState.HELD : MessageState.ACCEPTED;
        return new Advance(attempt.key(), attempt.number(), state, null, at, null, null, null, null, null);
    }

    /** Meta refused the message for good. */
    public static Advance rejected(Attempt attempt, int error, Instant at) {
        return new Advance(
                attempt.key(), attempt.number(), MessageState.FAILED, error, null, null, null, null, at, null);
    }

    /** Proven not sent; to be tried again. */
    public static Advance deferred(Attempt attempt, Integer error, Retry retry) {
        return new Advance(
                attempt.key(), attempt.number(), MessageState.DEFERRED, error, null, null, null, null, null, retry);
    }

    public static Advance inDoubt(Attempt attempt) {
        return new Advance(
                attempt.key(), attempt.number(), MessageState.IN_DOUBT, null, null, null, null, null, null, null);
    }

    /** Meta took it and gave it up later for a reason that passes; to be tried again. */
    public static Advance failedForNow(Attempt attempt, int error, Instant at, Retry retry) {
        return new Advance(
                attempt.key(), attempt.number(), MessageState.DEFERRED, error, at, null, null, null, at, retry);
    }

    /** A status of Meta's; each implies the ones before it, but a failure implies no more than that it was accepted. */
    public static Advance status(Attempt attempt, MessageState state, Integer error, Instant at) {
        boolean failed = state == MessageState.FAILED;
        int rank = state.code();
        return new Advance(
                attempt.key(),
                attempt.number(),
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
        Advance higher = rank() >= other.rank() ? this : other;
        return new Advance(
                key,
                attempt,
                higher.state,
                error != null ? error : other.error,
                earlier(acceptedAt, other.acceptedAt),
                earlier(sentAt, other.sentAt),
                earlier(deliveredAt, other.deliveredAt),
                earlier(readAt, other.readAt),
                earlier(failedAt, other.failedAt),
                higher.retry);
    }

    /** A failure stays one beside "sent", whether it is tried again or not. */
    private int rank() {
        return failedAt != null ? MessageState.FAILED.code() : state.code();
    }

    private static Instant earlier(Instant a, Instant b) {
        return a == null || b != null && b.isBefore(a) ? b : a;
    }
}
