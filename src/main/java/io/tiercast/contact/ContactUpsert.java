package io.tiercast.contact;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Creates or merges contacts by phone, any number in one statement each. */
final class ContactUpsert {

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
                .execute(Tuple.of(contacts.stream().map(CheckedContact::phone).toArray(String[]::new)))
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
                : run(transaction, UpsertSql.merge(contacts, keepOptOuts)).replaceWithVoid();
    }

    /** Their ids, in their order: rows are inserted, and answered, as the arrays hold them. */
    private static Uni<Iterable<Row>> add(SqlConnection transaction, List<CheckedContact> contacts) {
        return contacts.isEmpty()
                ? Uni.createFrom().item(List.of())
                : run(transaction, UpsertSql.add(contacts)).map(rows -> rows);
    }

    private static void fill(Stored[] stored, int[] places, Iterable<Row> ids) {
        Iterator<Row> next = ids.iterator();
        for (int place : places) {
            stored[place] = new Stored(next.next().getLong(0), true, false);
        }
    }

    private static Uni<RowSet<Row>> run(SqlConnection transaction, Statement statement) {
        return transaction.preparedQuery(statement.text()).execute(Tuple.wrap(statement.arguments()));
    }
}
