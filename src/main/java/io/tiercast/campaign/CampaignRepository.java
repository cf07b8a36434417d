package io.tiercast.campaign;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class CampaignRepository implements PanacheRepository<Campaign> {

    /** Fails with the 404 of the contract if there is none. */
    Uni<Campaign> get(long id) {
        return findById(id).onItem().ifNull().failWith(() -> Problems.notFound("campaign", id));
    }

    /** Newest first. */
    Uni<List<Campaign>> page(CampaignState state, String label, long beforeId, int rows) {
        return find(
                        "id < ?1 and (?2 is null or state = ?2) and (?3 is null or array_contains(labels, ?3)) order by id desc",
                        beforeId,
                        state,
                        label)
                .page(0, rows)
                .list();
    }
}
