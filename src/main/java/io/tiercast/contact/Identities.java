package io.tiercast.contact;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;

/** Finds people by the names that Meta has for them. */
@ApplicationScoped
public class Identities {

    /**
     * A person as Meta names one.
     *
     * @param waId the phone without its plus; may be null for people with a username
     * @param userId Meta's business-scoped id; may be null
     */
    public record Named(String waId, String userId) {}

    /** @param index the place in what was asked for */
    public record Known(int index, long contactId, String phone) {}

    /** Somebody who has another name from now on. */
    public record Renamed(Named before, String after) {}

    private static final String FIND = """
            select distinct on (said.n) said.n::integer - 1 as index, known.id, known.phone
            from unnest($1::text[], $2::text[]) with ordinality as said(wa_id, user_id, n)
            """ + IdentitySql.KNOWN + "order by said.n, known.rank";

    private static final String RENAME =
            """
            with seen as (
              select distinct on (said.after) said.after as name, known.id as contact_id
              from unnest($1::text[], $2::text[], $3::text[]) as said(wa_id, user_id, after)
            """ + IdentitySql.KNOWN + """
              order by said.after, known.rank
            ),
            """ + IdentitySql.LEARNED + "select count(*) from seen";

    // Locked in the order of their phones, as everybody does.
    private static final String HEARD = """
            with held as (
              select c.id from contact c where c.id = any($1) order by c.phone for no key update
            )
            update contact c set last_inbound_at = greatest(c.last_inbound_at, said.at)
            from (select id, max(at) as at from unnest($1::bigint[], $2::timestamptz[]) as said(id, at) group by id) as said join held using (id)
            where c.id = said.id
            """;

    private final Sql sql;

    public Identities(Sql sql) {
        this.sql = sql;
    }

    /** Those who are known, each at most once. */
    public Uni<List<Known>> find(List<Named> named) {
        return named.isEmpty()
                ? Uni.createFrom().item(List.of())
                : sql.rows(
                        FIND,
                        row -> new Known(row.getInteger("index"), row.getLong("id"), row.getString("phone")),
                        column(named, Named::waId),
                        column(named, Named::userId));
    }

    /** Keeps the new names of people, beside the old ones. */
    public Uni<Void> rename(List<Renamed> renamed) {
        return renamed.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.run(
                                RENAME,
                                column(renamed, one -> one.before().waId()),
                                column(renamed, one -> one.before().userId()),
                                column(renamed, Renamed::after))
                        .replaceWithVoid();
    }

    /** These people wrote to us at these times. */
    public Uni<Void> heard(List<Long> contactIds, List<OffsetDateTime> at) {
        return contactIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.run(HEARD, contactIds.toArray(Long[]::new), at.toArray(OffsetDateTime[]::new))
                        .replaceWithVoid();
    }

    private static <T> String[] column(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
