package io.tiercast.contact;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Phones that come without a person: those that no contact has become contacts of whom nothing else is known. */
public final class Newcomers {

    // Sorted, as everybody locks. Who exists is only looked for: even an insert that changes nothing would use up an
    // id.
    private static final String WELCOME = """
            insert into contact (phone, country)
            select phone, country from unnest($1::text[], $2::text[]) as given(phone, country)
            where not exists (select from contact c where c.phone = given.phone)
            order by phone
            on conflict (phone) do nothing
            """;

    private Newcomers() {}

    /**
     * @param phones distinct, in E.164 form
     * @param countries of the phones, in their order; null where a phone belongs to none
     * @return how many were new
     */
    public static Uni<Integer> welcome(SqlConnection transaction, String[] phones, String[] countries) {
        return transaction
                .preparedQuery(WELCOME)
                .execute(Tuple.of(phones, countries))
                .map(RowSet::rowCount);
    }
}
