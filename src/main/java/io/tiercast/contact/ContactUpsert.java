package io.tiercast.contact;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Creates or merges contacts by phone, any number in one statement each. */
final class ContactUpsert {

    private static final String TAG_SEPARATOR = "\u001f";

    private static final long NO_ID = 0;

    private ContactUpsert() {}

    /** @param optedOut whether somebody known had opted out of marketing */
    record Stored(long id, boolean created, boolean optedOut) {}

    /**
     * @param contacts of distinct phones, sorted by phone: everybody locks in that order
     * @return in the order of the contacts
     */
    static Uni<Stored[]> run(SqlConnection transaction, List<CheckedContact> contacts, boolean keepOptOuts) {
        return known(transaction, contacts).call(stored -> {
            int[] known = places(stored, Objects::nonNull);
            int[] fresh = places(stored, Objects::isNull);
            return merge(transaction, those(contacts, known), keepOptOuts)
                    .chain(() -> add(transaction, those(contacts, fresh)))
                    .invoke(ids -> fill(stored, fresh, ids));
        });
    }

    /** What {@link #run} would say, found out without storing anything; who would be new has no id. */
    static Uni<Stored[]> attempt(SqlConnection transaction, List<CheckedContact> contacts, Set<String> first) {
        return known(transaction, contacts).invoke(stored -> {
            for (int place : places(stored, Objects::isNull)) {
                stored[place] =
                        new Stored(NO_ID, first.contains(contacts.get(place).phone()), false);
            }
        });
    }

    /** Null for those who are new. */
    private static Uni<Stored[]> known(SqlConnection transaction, List<CheckedContact> contacts) {
        return transaction
                .preparedQuery(UpsertSql.FIND)
                .execute(Tuple.of(texts(contacts, CheckedContact::phone)))
                .map(rows -> {
                    Stored[] known = new Stored[contacts.size()];
                    rows.forEach(
                            row -> known[row.getInteger(0) - 1] = new Stored(row.getLong(1), false, row.getBoolean(2)));
                    return known;
                });
    }

    private static int[] places(Stored[] stored, Predicate<Stored> which) {
        return IntStream.range(0, stored.length)
                .filter(i -> which.test(stored[i]))
                .toArray();
    }

    private static List<CheckedContact> those(List<CheckedContact> contacts, int[] places) {
        return IntStream.of(places).mapToObj(contacts::get).toList();
    }

    private static Uni<Void> merge(SqlConnection transaction, List<CheckedContact> contacts, boolean keepOptOuts) {
        return contacts.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(UpsertSql.MERGE)
                        .execute(columns(contacts).addBoolean(keepOptOuts))
                        .replaceWithVoid();
    }

    /** Their ids, in their order: rows are inserted, and answered, as the arrays hold them. */
    private static Uni<Iterable<Row>> add(SqlConnection transaction, List<CheckedContact> contacts) {
        return contacts.isEmpty()
                ? Uni.createFrom().item(List.of())
                : transaction
                        .preparedQuery(UpsertSql.ADD)
                        .execute(columns(contacts))
                        .map(rows -> rows);
    }

    private static void fill(Stored[] stored, int[] places, Iterable<Row> ids) {
        Iterator<Row> next = ids.iterator();
        for (int place : places) {
            stored[place] = new Stored(next.next().getLong(0), true, false);
        }
    }

    private static Tuple columns(List<CheckedContact> contacts) {
        return Tuple.from(new Object[] {
            texts(contacts, CheckedContact::phone),
            texts(contacts, CheckedContact::country),
            texts(contacts, CheckedContact::name),
            texts(contacts, CheckedContact::externalId),
            texts(contacts, CheckedContact::language),
            texts(contacts, CheckedContact::timezone),
            texts(contacts, contact -> AttributesJson.of(contact.attributes())),
            texts(contacts, ContactUpsert::tags),
            texts(contacts, contact -> contact.consent().marketing().name()),
            texts(contacts, contact -> contact.consent().utility().name()),
            texts(contacts, contact -> contact.consent().source()),
            column(contacts, contact -> time(contact.consent().at()), OffsetDateTime[]::new),
            texts(contacts, contact -> contact.consent().evidence()),
            column(contacts, contact -> time(contact.consentRequestedAt()), OffsetDateTime[]::new)
        });
    }

    private static String[] texts(List<CheckedContact> contacts, Function<CheckedContact, String> value) {
        return column(contacts, value, String[]::new);
    }

    private static <T> T[] column(
            List<CheckedContact> contacts, Function<CheckedContact, T> value, IntFunction<T[]> array) {
        return contacts.stream().map(value).toArray(array);
    }

    private static String tags(CheckedContact contact) {
        return contact.tags().isEmpty() ? null : String.join(TAG_SEPARATOR, contact.tags());
    }

    private static OffsetDateTime time(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
