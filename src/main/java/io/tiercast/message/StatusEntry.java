package io.tiercast.message;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * One status as it came, for the log.
 *
 * @param metaAt when Meta says it happened (whole seconds)
 * @param wamid Meta's id of the message
 * @param waId Meta's form of the recipient's number; absent for people with a username
 * @param userId Meta's business-scoped id of the recipient
 * @param pricing Meta's {@code pricing} object, on the first status and one of the later ones
 * @param detail Meta's words on a failure
 */
public record StatusEntry(
        MessageKey key,
        int attempt,
        MessageState state,
        Integer error,
        Instant metaAt,
        String wamid,
        String waId,
        String userId,
        JsonObject pricing,
        String detail) {}
