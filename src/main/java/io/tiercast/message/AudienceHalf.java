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
 * A half of an audience that is being stored: every other thousand of the contacts.
 *
 * @param connection in the transaction that stores this half
 * @param number 0 or 1
 */
record AudienceHalf(SqlConnection connection, int number) {

    /** How many have this text and are skipped for this reason; 0: they get the message. */
    record Counted(short variant, short reason, long n, long digest) {

        static Counted of(Row row) {
            return new Counted(
                    row.getShort("variant"), row.getShort("reason"), row.getLong("n"), row.getLong("digest"));
        }
    }

    /** What stands in the queue before the first of a half who gets a message, and before its first who is skipped. */
    record Places(int messages, int skipped) {

        static Places before(int half, List<List<Counted>> halves) {
            long all = halves.stream().mapToLong(Places::messages).sum();
            List<List<Counted>> before = halves.subList(0, half);
            long messages = before.stream().mapToLong(Places::messages).sum();
            long people =
                    before.stream().flatMap(List::stream).mapToLong(Counted::n).sum();
            return new Places((int) messages, (int) (all + people - messages));
        }

        private static long messages(List<Counted> half) {
            return half.stream()
                    .filter(counted -> counted.reason() == 0)
                    .mapToLong(Counted::n)
                    .sum();
        }
    }

    /** Kept for the transaction alone, and not written to the log. */
    private static final String HALF = """
            create temporary table frozen (contact_id bigint, variant smallint, params text[], reason smallint, place integer) on commit drop;
            create temporary sequence frozen_message cache 10000 owned by frozen.place;
            create temporary sequence frozen_skipped cache 10000 owned by frozen.place
            """;

    // Counted as the rows come: sorting, or a window function, would take several times as long.
    private static final String FILL = """
             select contact_id, variant, params, reason,
              nextval(case when reason is null then 'frozen_message'::regclass else 'frozen_skipped'::regclass end)
            from person
            """;

    private static final String COUNT = "select variant, coalesce(reason, 0::smallint) as reason, count(*) as n, "
            + AudienceSql.DIGEST + " from frozen group by variant, reason";

    private static final String STORE = """
            with messages as (
              insert into message (campaign_id, contact_id, variant, seq, state)
              select $1, contact_id, variant, $2::integer + place, 0 from frozen where reason is null
            ), skipped as (
              insert into message (campaign_id, contact_id, variant, seq, state, reason)
              select $1, contact_id, variant, $3::integer + place, 12, reason from frozen where reason is not null
            )
            insert into message_param (campaign_id, seq, params)
            select $1, $2::integer + place, params from frozen where reason is null and cardinality(params) > 0
            """;

    // An inequality, since the planner takes an equality for every 200th and would look up each contact alone.
    private static final String MINE =
            "contact c where c.id / 1000 % 2 <> 1 - ?::integer and c.id in (select contact_id from included)";

    /** Looks up who is in this half and binds their parameters. */
    Uni<List<Counted>> fill(Candidates candidates, boolean withoutUs) {
        Statement people = people(candidates, withoutUs).add(FILL);
        return connection
                .query(HALF)
                .execute()
                .chain(() -> connection.preparedQuery(people.text()).execute(Tuple.wrap(people.arguments())))
                .chain(() -> connection.query(COUNT).mapping(Counted::of).execute())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    private Statement people(Candidates candidates, boolean withoutUs) {
        return AudienceSql.people(
                AudienceSql.included(new Statement().add("insert into frozen with "), candidates.included())
                        .add(", "),
                candidates.category(),
                withoutUs,
                Selection.of(MINE, number),
                candidates.excluded(),
                candidates.variants());
    }

    /** Stores this half behind those that stand before it. */
    Uni<Void> place(long campaignId, Places before) {
        return connection
                .preparedQuery(STORE)
                .execute(Tuple.of(campaignId, before.messages(), before.skipped()))
                .replaceWithVoid();
    }
}
