package io.tiercast.contact;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;

/** Decides what may become of a single contact. */
@ApplicationScoped
class ContactService {

    private final ContactRepository contacts;
    private final AttributeKeys attributes;
    private final ConsentSettings consent;
    private final Clock clock;

    ContactService(ContactRepository contacts, AttributeKeys attributes, ConsentSettings consent, Clock clock) {
        this.contacts = contacts;
        this.attributes = attributes;
        this.consent = consent;
        this.clock = clock;
    }

    Uni<Contact> get(long id) {
        return Panache.withSession(() -> contacts.findById(id))
                .onItem()
                .ifNull()
                .failWith(() -> missing(id));
    }

    Uni<Contact> create(CreateContact request) {
        Instant now = now();
        CheckedContact checked =
                ContactCheck.of(request, null, consent.doubleOptIn(), now).orRefuse();
        return Panache.withTransaction(() ->
                        contacts.persistAndFlush(Contact.created(checked, now)).call(contacts::readSuppression))
                .onFailure(ConstraintViolationException.class)
                .recoverWithUni(taken -> refuseHeld(checked, taken))
                .call(contact -> attributes.learnFrom(contact.attributes));
    }

    /**
     * Changes what people may change.
     *
     * @param edit from the contact as it is to what it shall be; may refuse
     */
    Uni<Contact> edit(long id, Function<Contact, UpdateContact> edit) {
        return Panache.withTransaction(() -> locked(id)
                        .invoke(contact -> become(contact, edit.apply(contact)))
                        .call(contacts::flush)
                        .call(contacts::readSuppression))
                .onFailure(ConstraintViolationException.class)
                .transform(failure -> held("another contact", null))
                .call(contact -> attributes.learnFrom(contact.attributes));
    }

    Uni<Void> delete(long id) {
        return Panache.withTransaction(() -> contacts.delete("id", id))
                .invoke(deleted -> {
                    if (deleted == 0) {
                        throw missing(id);
                    }
                })
                .replaceWithVoid();
    }

    /** Asks for consent to marketing: it counts once the person confirms it. */
    Uni<Contact> requestConsent(long id, RequestConsent request) {
        return Panache.withTransaction(() -> locked(id)
                .invoke(ContactService::refuseOptedIn)
                .invoke(contact -> contact.ask(request, now()))
                .call(contacts::flush));
    }

    private static void refuseOptedIn(Contact contact) {
        if (contact.marketingConsent == ConsentState.OPTED_IN) {
            throw Problems.conflict("opted-in", "The person has opted in to marketing already");
        }
    }

    /** An import may be writing the same contact: whoever comes second waits, and edits what the first one left. */
    private Uni<Contact> locked(long id) {
        return contacts.awaitSuppressions()
                .chain(() -> contacts.findById(id, LockModeType.PESSIMISTIC_WRITE))
                .onItem()
                .ifNull()
                .failWith(() -> missing(id));
    }

    private void become(Contact contact, UpdateContact edited) {
        Instant now = now();
        contact.become(
                ContactCheck.of(edited.replacing(contact), null, consent.doubleOptIn(), now)
                        .orRefuse(),
                now);
    }

    private Uni<Contact> refuseHeld(CheckedContact checked, Throwable taken) {
        return Panache.withSession(() -> contacts.holderOf(checked.phone(), checked.externalId()))
                .map(holder -> holder == null ? taken : held("contact " + holder.id, holder.id))
                .chain(refusal -> Uni.createFrom().failure(refusal));
    }

    private static HttpProblem held(String holder, Long id) {
        HttpProblem problem = Problems.conflict("contact-exists", "The phone or external id belongs to " + holder);
        return id == null
                ? problem
                : HttpProblem.builder(problem).with("id", id).build();
    }

    private static HttpProblem missing(long id) {
        return Problems.notFound("contact", id);
    }

    /** To the microsecond, as PostgreSQL keeps it, so that the first answer equals all later ones. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
