package io.tiercast.webhook;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class ConsentWordListRepository implements PanacheRepositoryBase<ConsentWordList, String> {

    /** The one for any language first. */
    Uni<List<ConsentWordList>> byLanguage() {
        return list("order by case when language = ?1 then 0 else 1 end, language", ConsentWordList.ANY);
    }
}
