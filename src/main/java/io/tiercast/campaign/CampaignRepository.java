package io.tiercast.campaign;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.quarkus.panache.common.Parameters;
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

    /** Newest first; a filter that is null is left out, since an untyped null makes PostgreSQL guess the parameter's type. */
    Uni<List<Campaign>> page(CampaignState state, String label, long beforeId, int rows) {
        StringBuilder condition = new StringBuilder("id < :before");
        Parameters values = Parameters.with("before", beforeId);
        if (state != null) {
            condition.append(" and state = :state");
            values.and("state", state);
        }
        if (label != null) {
            condition.append(" and array_position(labels, :label) > 0");
            values.and("label", label);
        }
        return find(condition + " order by id desc", values).page(0, rows).list();
    }
}
