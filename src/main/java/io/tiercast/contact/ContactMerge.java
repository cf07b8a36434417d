package io.tiercast.contact;

import io.smallrye.mutiny.Uni;
import io.tiercast.contact.ContactUpsert.Stored;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Stores a list of contacts, merging by phone those that are known and those that the list names twice. */
public final class ContactMerge {

    private static final String HOLDERS = "select external_id, phone from contact where external_id = any($1)";

    private final List<CheckedContact> contacts;
    private final Map<String, String> phoneByExternalId;

    private ContactMerge(List<CheckedContact> contacts, Map<String, String> phoneByExternalId) {
        this.contacts = contacts;
        this.phoneByExternalId = phoneByExternalId;
        contacts.stream()
                .filter(contact -> contact.externalId() != null)
                .forEach(contact -> phoneByExternalId.putIfAbsent(contact.externalId(), contact.phone()));
    }

    /**
     * What became of one contact of the list.
     *
     * @param id null if it was refused, because its external id belongs to somebody else
     * @param created false also for a second mention
     * @param optedOut whether the stored contact is opted out of marketing
     */
    public record Result(Long id, boolean created, boolean optedOut) {

        private static final Result REFUSED = new Result(null, false, false);
    }

    /**
     * Two transactions may still meet in the same external id: the later one then fails as a whole with PostgreSQL's 23505, and
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
    private Collection<CheckedContact> distinct() {
        Map<String, CheckedContact> byPhone = new TreeMap<>();
        contacts.stream()
                .filter(this::isAcceptable)
                .forEach(contact -> byPhone.merge(contact.phone(), contact, CheckedContact::mergedWith));
        return byPhone.values();
    }

    private List<Result> results(Map<String, Stored> stored) {
        Set<String> seen = new HashSet<>();
        return contacts.stream()
                .map(contact -> isAcceptable(contact)
                        ? result(stored.get(contact.phone()), seen.add(contact.phone()))
                        : Result.REFUSED)
                .toList();
    }

    private static Result result(Stored stored, boolean firstMention) {
        return new Result(stored.id(), stored.created() && firstMention, stored.optedOut());
    }
}
