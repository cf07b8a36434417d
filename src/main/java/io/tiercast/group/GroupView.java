package io.tiercast.group;

import java.time.Instant;

/** A group as answered. */
public record GroupView(long id, String name, long memberCount, Instant createdAt, Instant updatedAt) {

    static GroupView of(Group group) {
        return new GroupView(group.id, group.name, group.memberCount, group.createdAt, group.updatedAt);
    }
}
