package io.tiercast.contact;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ContactRepository implements PanacheRepository<Contact> {

    Uni<Contact> holderOf(String phone, String externalId) {
        return find("phone = ?1 or (externalId is not null and externalId = ?2) order by id", phone, externalId)
                .firstResult();
    }
}
