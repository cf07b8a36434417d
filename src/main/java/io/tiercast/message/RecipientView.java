package io.tiercast.message;

import java.time.Instant;

/**
 * One person of a frozen audience and what became of the message.
 *
 * @param seq the place in the audience, from 1
 * @param contactId null if the contact was deleted since
 * @param state the bucket it stands in
 * @param reason why it was skipped; null otherwise
 * @param errorCode Meta's code, where it failed or is to be tried again
 * @param attempts how often it was tried
 */
public record RecipientView(
        int seq,
        Long contactId,
        String phone,
        String name,
        MessageState state,
        SkipReason reason,
        Integer errorCode,
        int attempts,
        Instant triedAt,
        Instant acceptedAt,
        Instant sentAt,
        Instant deliveredAt,
        Instant readAt,
        Instant failedAt) {}
