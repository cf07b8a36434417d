package io.tiercast.sender;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Takes over what Meta tells of numbers and their accounts. Each answers the ids of the numbers concerned. */
@ApplicationScoped
public class SenderNews {

    // Of a portfolio that Meta does not show we know no more than the account.
    private static final String LIMIT = """
            with held as materialized (
              select id from sender where portfolio_id in (select portfolio_id from sender where waba_id = $1) or waba_id = $1
              order by id for no key update
            )
            update sender s set messaging_limit = $2, version = version + 1, updated_at = now()
            from held where s.id = held.id and s.messaging_limit is distinct from $2
            returning s.id
            """;

    // What forbids everything, and is in force, is not replaced by what forbids a part; nor a newer one by an
    // older. What was forbidden before Meta lifted it is told late, or once more.
    private static final String RESTRICT = """
            update sender set version = version + 1, updated_at = now(), restriction = case
                when $3 and restriction is not null and restriction ->> 'category' is null
                  and coalesce((restriction ->> 'until')::timestamptz, 'infinity') > now()
                then restriction
                when $3 = (restriction ->> 'category' is not null) and (restriction ->> 'since')::timestamptz > $4
                then restriction else $2 end
            where waba_id = $1 and coalesce(reinstated_at, '-infinity') <= $4 returning id
            """;

    private static final String REINSTATE = """
            update sender set restriction = null, reinstated_at = greatest(reinstated_at, $2), reread_at = now(),
              version = version + 1, updated_at = now()
            where waba_id = $1 and coalesce((restriction ->> 'since')::timestamptz, '-infinity') <= $2 returning id
            """;

    private static final String REREAD = """
            update sender set reread_at = now()
            where waba_id = $1 and ($2::text is null
              or regexp_replace(display_phone_number, '\\D', '', 'g') = regexp_replace($2, '\\D', '', 'g'))
            returning id
            """;

    private final Sql sql;
    private final Senders senders;

    public SenderNews(Sql sql, Senders senders) {
        this.sql = sql;
        this.senders = senders;
    }

    /** A limit is the whole portfolio's: it holds for all its numbers from now on. Null: unlimited. */
    public Uni<List<Long>> limit(String wabaId, Integer recipients) {
        return change(LIMIT, wabaId, recipients);
    }

    public Uni<List<Long>> restrict(String wabaId, Restriction restriction) {
        return change(
                RESTRICT,
                wabaId,
                JsonObject.mapFrom(restriction),
                restriction.category() != null,
                restriction.since().atOffset(ZoneOffset.UTC));
    }

    /** Lifts a restriction that is no newer; Meta is asked how the numbers stand now. */
    public Uni<List<Long>> reinstate(String wabaId, Instant at) {
        return change(REINSTATE, wabaId, at.atOffset(ZoneOffset.UTC));
    }

    /** Has Meta asked about a number, or about all of an account if the number is null. */
    public Uni<List<Long>> reread(String wabaId, String displayPhoneNumber) {
        return change(REREAD, wabaId, displayPhoneNumber);
    }

    /** The numbers of an account, or of a portfolio. */
    public Uni<List<Long>> of(String accountId) {
        return sql.rows(
                "select id from sender where waba_id = $1 or portfolio_id = $1 order by id",
                row -> row.getLong("id"),
                accountId);
    }

    private Uni<List<Long>> change(String statement, Object... arguments) {
        return sql.rows(statement, row -> row.getLong("id"), arguments).invoke(senders::changed);
    }
}
