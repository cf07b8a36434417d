package io.tiercast.contact;

import io.smallrye.mutiny.Uni;
import io.tiercast.contact.ContactUpsert.Stored;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** Stores a list of contacts, merging by phone those that are known and those that the list names twice. */
public final class ContactMerge {

    private static final String HOLDERS = "select external_id, phone from contact where external_id = any($1)";

    private final List<CheckedContact> contacts;
    private final Map<String, String> phoneByExternalId;

    /** The places of those that may be stored, sorted by phone: who is named twice stands beside themselves. */
    private final int[] places;

    private ContactMerge(List<CheckedContact> contacts, Map<String, String> phoneByExternalId) {
        this.contacts = contacts;
        this.phoneByExternalId = phoneByExternalId;
        contacts.stream()
                .filter(contact -> contact.externalId() != null)
                .forEach(contact -> phoneByExternalId.putIfAbsent(contact.externalId(), contact.phone()));
        this.places = IntStream.range(0, contacts.size())
                .filter(i -> isAcceptable(contacts.get(i)))
                .boxed()
                .sorted(Comparator.comparing(i -> contacts.get(i).phone()))
                .mapToInt(i -> i)
                .toArray();
    }

    /**
     * What became of one contact of the list.
     *
     * @param id null if it was refused, because its external id belongs to somebody else
     * @param created false also for a second mention
     * @param optedOut whether somebody known had opted out of marketing
     */
    public record Result(Long id, boolean created, boolean optedOut) {

        private static final Result REFUSED = new Result(null, false, false);
    }

    /**
     * Two transactions may still meet in the same new phone or external id: the later one then fails as a whole with PostgreSQL's 23505, and
     * comes out right when it is run again.
     *
     * @param keepOptOuts whether people who are opted out stay so, whatever the list says
     * @return results in the order of the contacts
     */
    public static Uni<List<Result>> run(SqlConnection transaction, List<CheckedContact> contacts, boolean keepOptOuts) {
        return holders(transaction, contacts)
                .map(holders -> new ContactMerge(contacts, holders))
                .chain(merge -> ContactUpsert.run(transaction, merge.distinct(), keepOptOuts)
                        .map(merge::results));
    }

    /**
     * Finds out what storing would bring, and stores nothing.
     *
     * @param first the phones of the list that no earlier list has named: only those can be new
     */
    public static Uni<List<Result>> attempt(
            SqlConnection transaction, List<CheckedContact> contacts, Set<String> first) {
        return holders(transaction, contacts)
                .map(holders -> new ContactMerge(contacts, holders))
                .chain(merge -> ContactUpsert.attempt(transaction, merge.distinct(), first)
                        .map(merge::results));
    }

    private static Uni<Map<String, String>> holders(SqlConnection transaction, List<CheckedContact> contacts) {
        String[] externalIds = contacts.stream()
                .map(CheckedContact::externalId)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        if (externalIds.length == 0) {
            return Uni.createFrom().item(new HashMap<>());
        }
        return transaction.preparedQuery(HOLDERS).execute(Tuple.of(externalIds)).map(ContactMerge::phones);
    }

    private static Map<String, String> phones(Iterable<Row> rows) {
        Map<String, String> phones = new HashMap<>();
        rows.forEach(row -> phones.put(row.getString("external_id"), row.getString("phone")));
        return phones;
    }

    private boolean isAcceptable(CheckedContact contact) {
        return contact.externalId() == null || contact.phone().equals(phoneByExternalId.get(contact.externalId()));
    }

    /** Sorted by phone, the order in which everybody locks contacts. */
    private List<CheckedContact> distinct() {
        List<CheckedContact> distinct = new ArrayList<>(places.length);
        for (int i = 0; i < places.length; i++) {
            CheckedContact contact = contacts.get(places[i]);
            if (isFirstMention(i)) {
                distinct.add(contact);
            } else {
                int last = distinct.size() - 1;
                distinct.set(last, distinct.get(last).mergedWith(contact));
            }
        }
        return distinct;
    }

    private boolean isFirstMention(int i) {
        return i == 0
                || !contacts.get(places[i])
                        .phone()
                        .equals(contacts.get(places[i - 1]).phone());
    }

    /** @param stored what became of the distinct ones */
    private List<Result> results(Stored[] stored) {
        Result[] results = new Result[contacts.size()];
        Arrays.fill(results, Result.REFUSED);
        int person = -1;
        for (int i = 0; i < places.length; i++) {
            boolean first = isFirstMention(i);
            person += first ? 1 : 0;
            results[places[i]] = result(stored[person], first);
        }
        return List.of(results);
    }

    private static Result result(Stored stored, boolean firstMention) {
        return new Result(stored.id(), stored.created() && firstMention, stored.optedOut());
    }
}
