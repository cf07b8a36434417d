package io.tiercast.message;

import java.time.Instant;

/**
 * A message from a contact.
 *
 * @param wamid Meta's id of it
 * @param type Meta's word: text, button, interactive, image, …
 * @param text what was written, or the label of what was pressed, or the caption
 * @param payload what stands behind a button
 * @param answered Meta's id of the message that it answers; null if it answers none
 */
public record Reply(
        long contactId,
        Instant at,
        String wamid,
        String phoneNumberId,
        String type,
        String text,
        String payload,
        String answered) {}
