package io.tiercast.people;

import io.smallrye.mutiny.Uni;
import io.tiercast.contact.CheckedContact;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The phones that a dry run has met, in the database: the file may be larger than the memory. */
final class ImportPhones {

    private static final String SEE = """
            insert into import_phone (import_id, phone) select $1, phone from unnest($2::text[]) as phone
            on conflict do nothing returning phone
            """;

    private ImportPhones() {}

    /** The phones that this import meets for the first time. */
    static Uni<Set<String>> firstSeen(SqlConnection transaction, long importId, Collection<CheckedContact> contacts) {
        String[] phones =
                contacts.stream().map(CheckedContact::phone).distinct().sorted().toArray(String[]::new);
        return transaction
                .preparedQuery(SEE)
                .execute(Tuple.of(importId, phones))
                .map(rows -> {
                    Set<String> seen = new HashSet<>();
                    rows.forEach(row -> seen.add(row.getString("phone")));
                    return seen;
                });
    }
}
