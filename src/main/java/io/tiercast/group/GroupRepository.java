package io.tiercast.group;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class GroupRepository implements PanacheRepository<Group> {

    Uni<List<Group>> newestFirst(long beforeId, int limit) {
        return find("id < ?1 order by id desc", beforeId).range(0, limit - 1).list();
    }
}
