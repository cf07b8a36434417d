package io.tiercast.segment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class SegmentRepository implements PanacheRepository<Segment> {

    Uni<List<Segment>> newestFirst(long beforeId, int limit) {
        return find("id < ?1 order by id desc", beforeId).range(0, limit - 1).list();
    }

    /** Changes of segments wait for each other: two at once could close a circle that neither sees. */
    Uni<List<Segment>> allLocked() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("lock table segment in share row exclusive mode")
                        .executeUpdate())
                .chain(() -> listAll());
    }
}
