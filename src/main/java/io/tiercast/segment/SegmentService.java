package io.tiercast.segment;

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

/** Decides what may become of a segment. */
@ApplicationScoped
class SegmentService {

    private static final int LONGEST_NAME = 200;

    /** The id of no segment yet. */
    private static final long NEW = 0;

    private final SegmentRepository segments;
    private final SegmentUses uses;
    private final FilterDoor door;
    private final Clock clock;

    SegmentService(SegmentRepository segments, SegmentUses uses, FilterDoor door, Clock clock) {
        this.segments = segments;
        this.uses = uses;
        this.door = door;
        this.clock = clock;
    }

    Uni<List<Segment>> list(long beforeId, int limit) {
        return Panache.withSession(() -> segments.newestFirst(beforeId, limit));
    }

    Uni<Segment> get(long id) {
        return Panache.withSession(() -> segments.findById(id))
                .onItem()
                .ifNull()
                .failWith(() -> missing(id));
    }

    Uni<Segment> create(CreateSegment request) {
        Segment segment = new Segment();
        segment.createdAt = now();
        become(segment, request);
        return door.check(request.filter())
                .chain(() -> saved(request, () -> notRound(NEW, request).chain(() -> segments.persist(segment))));
    }

    /**
     * Replaces what people may change.
     *
     * @param allows refuses if the segment is not the one that the client saw
     */
    Uni<Segment> replace(long id, CreateSegment request, Consumer<Segment> allows) {
        return get(id).invoke(allows)
                .chain(() -> door.check(request.filter()))
                .chain(() -> saved(
                        request,
                        () -> notRound(id, request)
                                .chain(() -> locked(id))
                                .invoke(allows)
                                .invoke(segment -> become(segment, request))));
    }

    /** What a campaign or another segment is made of stays. */
    Uni<Void> delete(long id, Consumer<Segment> allows) {
        return get(id).chain(() -> uses.of(id))
                .invoke(users -> refuseUsed(users))
                .chain(() ->
                        Panache.withTransaction(() -> locked(id).invoke(allows).chain(segments::delete)));
    }

    /** What the filter names may have been deleted since it was checked; if that is not what is wrong, the name is. */
    private Uni<Segment> saved(CreateSegment request, Supplier<Uni<Segment>> change) {
        return Panache.withTransaction(() -> change.get().call(segments::flush))
                .onFailure(ConstraintViolationException.class)
                .recoverWithUni(() -> door.check(request.filter())
                        .chain(() -> Uni.createFrom()
                                .failure(Problems.conflict("segment-exists", "There is a segment of this name"))));
    }

    private Uni<Void> notRound(long id, CreateSegment request) {
        return segments.allLocked()
                .invoke(all -> SegmentGraph.of(all).refuse(id, request.name(), request.filter()))
                .replaceWithVoid();
    }

    private Uni<Segment> locked(long id) {
        return segments.findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> missing(id));
    }

    private void become(Segment segment, CreateSegment request) {
        String name = request.name().trim();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problems.invalid("name", "must be text of 1 to " + LONGEST_NAME + " characters");
        }
        segment.name = name;
        segment.filter = request.filter();
        segment.updatedAt = now();
    }

    private static void refuseUsed(List<String> users) {
        if (!users.isEmpty()) {
            throw Problems.conflict("segment-in-use", "It is used by " + String.join(", ", users));
        }
    }

    private static HttpProblem missing(long id) {
        return Problems.notFound("segment", id);
    }

    /** To the microsecond, as PostgreSQL keeps it, so that the first answer equals all later ones. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
