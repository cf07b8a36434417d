package io.tiercast.contact;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ContactRepository implements PanacheRepository<Contact> {

    /** Whoever may change a phone waits for changes of the suppression list before locking the contact. */
    Uni<Void> awaitSuppressions() {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 from (select pg_advisory_xact_lock_shared(22, 0)) as waited", Integer.class)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** Reads what the database has decided itself. */
    Uni<Void> readSuppression(Contact contact) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select coalesce(suppressed, '') from contact where id = ?1", String.class)
                        .setParameter(1, contact.id)
                        .getSingleResult())
                .invoke(scope -> contact.suppressed = scope.isEmpty() ? null : SuppressionScope.valueOf(scope))
                .replaceWithVoid();
    }

    Uni<Contact> holderOf(String phone, String externalId) {
        return find("phone = ?1 or (externalId is not null and externalId = ?2) order by id", phone, externalId)
                .firstResult();
    }
}
