package io.tiercast.sender;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class SenderRepository implements PanacheRepositoryBase<Sender, Long> {

    /** Fails with 404 if there is none. */
    public Uni<Sender> get(long id) {
        return findById(id).onItem().ifNull().failWith(() -> Problems.notFound("sender", id));
    }

    /** Newest first. */
    public Uni<List<Sender>> before(long id, int limit) {
        return find("id < ?1 order by id desc", id).range(0, limit - 1).list();
    }

    public Uni<Sender> byPhoneNumberId(String phoneNumberId) {
        return find("phoneNumberId", phoneNumberId).firstResult();
    }
}
