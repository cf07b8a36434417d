package io.tiercast.segment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A contact with all that filters ask about, in memory. */
record PlainPerson(
        String phone,
        Map<String, String> columns,
        String marketing,
        Instant createdAt,
        Instant lastInboundAt,
        Map<String, Object> attributes,
        List<String> tags,
        Set<Long> groups,
        Set<Filter.Milestone> reached,
        List<PlainEvent> events) {

    record PlainEvent(String name, Instant at, Map<String, Object> properties) {}
}
