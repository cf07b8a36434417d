package io.tiercast.message;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Selection;
import io.tiercast.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A part of an audience that is being stored: every so many thousandth of the contacts.
 *
 * @param connection in the transaction that stores this part
 */
record AudiencePart(SqlConnection connection, int number, int parts) {

    /** Of one part or several, how many have this text and are skipped for this reason; 0: they get the message. */
    record Counted(short variant, short reason, long n, long digest) {

        static Counted of(Row row) {
            return new Counted(
                    row.getShort("variant"), row.getShort("reason"), row.getLong("n"), row.getLong("digest"));
        }
    }

    /** What stands in the queue before the first of a part who gets a message, and before its first who is skipped. */
    record Places(int messages, int skipped) {

        static Places before(int part, List<List<Counted>> parts) {
            long all = parts.stream().mapToLong(Places::messages).sum();
            List<List<Counted>> before = parts.subList(0, part);
            long messages = before.stream().mapToLong(Places::messages).sum();
            long people =
                    before.stream().flatMap(List::stream).mapToLong(Counted::n).sum();
            return new Places((int) messages, (int) (all + people - messages));
        }

        private static long messages(List<Counted> part) {
            return part.stream()
                    .filter(counted -> counted.reason() == 0)
                    .mapToLong(Counted::n)
                    .sum();
        }
    }

    /** A part of the audience, kept for its transaction alone and not written to the log. */
    private static final String PART =
            "create temporary table frozen (contact_id bigint, variant smallint, params text[], reason smallint, place integer) on commit drop";

    // No sorting: the place among those who get a message, or among those who do not, is counted as the rows come.
    private static final String FILL = """
             select contact_id, variant, params, reason, case when reason is null then reached else row - reached end
            from (select *, count(*) filter (where reason is null) over (rows unbounded preceding) as reached, row_number() over () as row
              from person) as numbered
            """;

    private static final String COUNT = "select variant, coalesce(reason, 0::smallint) as reason, count(*) as n, "
            + AudienceSql.DIGEST + " from frozen group by variant, reason";

    private static final String STORE = """
            with stored as (
              insert into message (campaign_id, contact_id, variant, seq, state, reason)
              select $1, contact_id, variant, place + case when reason is null then $2::integer else $3::integer end, case when reason is null then 0 else 12 end, reason
              from frozen
            )
            insert into message_param (campaign_id, seq, params)
            select $1, place + $2::integer, params from frozen where reason is null and cardinality(params) > 0
            """;

    private static final int TOGETHER = 1_000;

    /** Looks up who is in this part and binds their parameters. */
    Uni<List<Counted>> fill(FreezeAudience freeze, boolean withoutUs) {
        Statement people = people(freeze, withoutUs).add(FILL);
        return connection
                .query(PART)
                .execute()
                .chain(() -> connection.preparedQuery(people.text()).execute(Tuple.wrap(people.arguments())))
                .chain(() -> connection.query(COUNT).mapping(Counted::of).execute())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    private Statement people(FreezeAudience freeze, boolean withoutUs) {
        Selection mine = Selection.of(
                "contact c where c.id / ?::bigint % ?::bigint = ?::bigint and c.id in (select contact_id from included)",
                TOGETHER, parts, number);
        return AudienceSql.people(
                AudienceSql.included(new Statement().add("insert into frozen with "), freeze.included())
                        .add(", "),
                freeze.category(),
                withoutUs,
                mine,
                freeze.excluded(),
                freeze.variants());
    }

    /** Stores this part behind those that stand before it. */
    Uni<Void> place(long campaignId, Places before) {
        return connection
                .preparedQuery(STORE)
                .execute(Tuple.of(campaignId, before.messages(), before.skipped()))
                .replaceWithVoid();
    }
}
