package io.tiercast.event;

import java.time.Instant;
import java.util.Map;

/**
 * One entry of a history.
 *
 * @param kind stable, for programs; new ones may come
 * @param message for people
 * @param detail what belongs to the kind; null if nothing
 */
public record EventView(
        long id, Instant at, Long campaignId, Long senderId, String kind, String message, Map<String, Object> detail) {}
