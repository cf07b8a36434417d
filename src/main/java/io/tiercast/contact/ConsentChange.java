package io.tiercast.contact;

import java.time.Instant;

/**
 * A consent as it was after a change of it.
 *
 * @param requested whether a confirmation of marketing was waited for
 * @param at when it was given
 * @param recordedAt when we learnt of it
 */
public record ConsentChange(
        long id,
        ConsentState marketing,
        ConsentState utility,
        boolean requested,
        String source,
        String evidence,
        Instant at,
        Instant recordedAt) {}
