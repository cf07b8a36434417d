package io.tiercast.segment;

import java.time.Instant;

/** A segment as answered. */
public record SegmentView(long id, String name, Filter filter, Instant createdAt, Instant updatedAt) {

    static SegmentView of(Segment segment) {
        return new SegmentView(segment.id, segment.name, segment.filter, segment.createdAt, segment.updatedAt);
    }
}
