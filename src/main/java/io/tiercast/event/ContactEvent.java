package io.tiercast.event;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * Something that a known contact did.
 *
 * @param id the caller's own; null if it gave none
 */
public record ContactEvent(long contactId, String name, Instant at, JsonObject properties, String id) {}
