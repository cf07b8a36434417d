package io.tiercast.contact;

import java.time.Instant;

/**
 * What a person has agreed to, as answered.
 *
 * @param source where it came from
 * @param evidence what proves it
 * @param at when it was given
 * @param requestedAt since when a confirmation of marketing is waited for; null: none is
 */
public record ConsentView(
        ConsentState marketing,
        ConsentState utility,
        String source,
        String evidence,
        Instant at,
        Instant requestedAt) {}
