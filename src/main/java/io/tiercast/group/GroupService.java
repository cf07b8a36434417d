package io.tiercast.group;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;

/** Decides what may become of a group; its members are {@link GroupMembers}' business. */
@ApplicationScoped
public class GroupService {

    private static final int LONGEST_NAME = 200;

    private final GroupRepository groups;
    private final Clock clock;

    GroupService(GroupRepository groups, Clock clock) {
        this.groups = groups;
        this.clock = clock;
    }

    Uni<List<Group>> list(long beforeId, int limit) {
        return Panache.withSession(() -> groups.newestFirst(beforeId, limit));
    }

    Uni<Group> get(long id) {
        return Panache.withSession(() -> groups.findById(id)).onItem().ifNull().failWith(() -> missing(id));
    }

    public Uni<Group> create(CreateGroup request) {
        Group group = new Group();
        group.createdAt = now();
        rename(group, request.name());
        return saved(() -> groups.persist(group));
    }

    /**
     * Replaces what people may change.
     *
     * @param allows refuses if the group is not the one that the client saw
     */
    Uni<Group> replace(long id, CreateGroup request, Consumer<Group> allows) {
        return saved(() -> locked(id).invoke(allows).invoke(group -> rename(group, request.name())));
    }

    /** What a segment or a campaign is made of stays. */
    Uni<Void> delete(long id) {
        return Panache.withTransaction(() -> locked(id).chain(groups::delete))
                .onFailure(ConstraintViolationException.class)
                .transform(failure -> Problems.conflict(
                        "group-in-use", "A segment, or a campaign that has not started yet, is made of it"));
    }

    private Uni<Group> saved(Supplier<Uni<Group>> change) {
        return Panache.withTransaction(() -> change.get().call(groups::flush))
                .onFailure(ConstraintViolationException.class)
                .transform(failure -> Problems.conflict("group-exists", "There is a group of this name"));
    }

    /** Members may be coming in at the same time, and count: whoever comes second waits. */
    private Uni<Group> locked(long id) {
        return groups.findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> missing(id));
    }

    private void rename(Group group, String given) {
        String name = given.trim();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            throw Problems.invalid("name", "must be text of 1 to " + LONGEST_NAME + " characters");
        }
        group.name = name;
        group.updatedAt = now();
    }

    static HttpProblem missing(long id) {
        return Problems.notFound("group", id);
    }

    /** To the microsecond, as PostgreSQL keeps it, so that the first answer equals all later ones. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
