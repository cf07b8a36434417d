package io.tiercast.contact;

import static io.tiercast.contact.BatchView.Outcome.CREATED;
import static io.tiercast.contact.BatchView.Outcome.UPDATED;

import io.smallrye.mutiny.Uni;
import io.tiercast.contact.BatchView.Item;
import io.tiercast.contact.ContactCheck.Outcome;
import io.tiercast.problem.Problems.FieldError;
import io.tiercast.sql.Sql;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Stores the contacts of one request. A bad one is named and left out. */
@ApplicationScoped
public class ContactBatch {

    /** Another transaction took one of our external ids, or locked in another order: run again, it is seen now. */
    private static final int ATTEMPTS = 3;

    private final Sql sql;
    private final AttributeKeys attributes;
    private final ConsentSettings consent;
    private final Clock clock;

    ContactBatch(Sql sql, AttributeKeys attributes, ConsentSettings consent, Clock clock) {
        this.sql = sql;
        this.attributes = attributes;
        this.consent = consent;
        this.clock = clock;
    }

    public Uni<List<Item>> store(List<CreateContact> given) {
        List<Outcome> checks = given.stream().map(this::check).toList();
        List<CheckedContact> fine =
                checks.stream().filter(Outcome::isFine).map(Outcome::contact).toList();
        return sql.inTransaction(transaction -> ContactMerge.run(transaction, fine, false))
                .onFailure(PgException.class)
                .retry()
                .atMost(ATTEMPTS - 1)
                .call(() -> attributes.learnFrom(
                        fine.stream().map(CheckedContact::attributes).toList()))
                .map(results -> items(checks, results.iterator()));
    }

    private Outcome check(CreateContact given) {
        return given == null
                ? Outcome.notGiven()
                : ContactCheck.of(given, null, consent.doubleOptIn(), clock.instant());
    }

    private static List<Item> items(List<Outcome> checks, Iterator<ContactMerge.Result> results) {
        return IntStream.range(0, checks.size())
                .mapToObj(i -> item(i, checks.get(i), results))
                .toList();
    }

    private static Item item(int index, Outcome check, Iterator<ContactMerge.Result> results) {
        if (!check.isFine()) {
            return Item.rejected(index, reason(check.errors()));
        }
        ContactMerge.Result result = results.next();
        return result.id() == null
                ? Item.rejected(index, "externalId: belongs to another contact")
                : new Item(index, result.id(), result.created() ? CREATED : UPDATED, null);
    }

    private static String reason(List<FieldError> errors) {
        return errors.stream()
                .map(error -> error.field() + ": " + error.message())
                .collect(Collectors.joining("; "));
    }
}
