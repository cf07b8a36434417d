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

    /** Those of the ids that exist, newest first. */
    Uni<List<Campaign>> newestFirst(List<Long> ids) {
        return list("id in ?1 order by id desc", ids);
    }
}
