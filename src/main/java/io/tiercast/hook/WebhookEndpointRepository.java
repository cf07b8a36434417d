package io.tiercast.hook;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class WebhookEndpointRepository implements PanacheRepository<WebhookEndpoint> {

    /** Fails with the 404 of the contract if there is none. */
    Uni<WebhookEndpoint> get(long id) {
        return findById(id).onItem().ifNull().failWith(() -> Problems.notFound("webhook endpoint", id));
    }

    /** Newest first. */
    Uni<List<WebhookEndpoint>> before(long id, int limit) {
        return find("id < ?1 order by id desc", id).range(0, limit - 1).list();
    }
}
