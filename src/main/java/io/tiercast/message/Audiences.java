package io.tiercast.message;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Selection;
import io.tiercast.sql.Sql;
import io.tiercast.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who would get a message and what it would say, by the rules of freezing, but nothing is stored. */
@ApplicationScoped
public class Audiences {

    /**
     * How many were found, and how many of them are skipped for each reason.
     *
     * @param hash the same for the same people, of whom the same are skipped
     */
    public record Matched(long matched, Map<SkipReason, Long> skipped, AudienceHash hash) {
        public long messageable() {
            return matched
                    - skipped.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** @param some ids of a few of those who were found */
    public record Preview(Matched matched, List<Long> some) {}

    /** Somebody who would get a message. */
    public record Sampled(long contactId, int variant, String[] params) {}

    /** Somebody who would be left out. */
    public record Skipped(long contactId, String phone, String name) {}

    /** A phone with what it would be sent; parameters are null where there is no value. */
    public record Addressed(String phone, boolean optedOut, boolean suppressed, int variant, String[] params) {}

    /** No count may hold the database's clean-up back for longer: sending needs it. */
    private static final Duration COUNTING = Duration.ofSeconds(30);

    private static final int SOME = 10;

    private static final String COUNTED =
            " select coalesce(reason, 0)::integer as reason, count(*) as n, %s from person group by 1";
    private static final String AUDIENCE = COUNTED.formatted(AudienceSql.DIGEST);

    /** Who counts while they type looks at no hash, and need not wait for it. A few people come along. */
    private static final String PREVIEW = """
             select coalesce(reason, 0)::integer as reason, count(*) as n, 0::bigint as digest, array_remove(array[
              max(contact_id) filter (where contact_id & 3 = 0), max(contact_id) filter (where contact_id & 3 = 1),
              max(contact_id) filter (where contact_id & 3 = 2), max(contact_id) filter (where contact_id & 3 = 3)], null) as newest
            from person group by 1
            """;

    private final Sql sql;
    private final UsMarketing usMarketing;
    private final Clock clock;

    public Audiences(Sql sql, UsMarketing usMarketing, Clock clock) {
        this.sql = sql;
        this.usMarketing = usMarketing;
        this.clock = clock;
    }

    public Uni<Matched> match(Candidates candidates) {
        Statement counted = people(candidates).add(AUDIENCE);
        return sql.rowsWithin(COUNTING, counted.text(), row -> row, counted.arguments())
                .map(Audiences::matched);
    }

    /** Whether anybody would get a message; looks at people only until the first is found. */
    public Uni<Boolean> reachesSomebody(Candidates candidates) {
        Statement statement =
                people(candidates).add(" select exists (select from person where reason is null) as found");
        return sql.rowsWithin(COUNTING, statement.text(), row -> row.getBoolean("found"), statement.arguments())
                .map(rows -> rows.get(0));
    }

    /** The contacts of a from clause, each of which it names once, as {@code c}; without the hash. */
    public Uni<Preview> preview(String category, Selection contacts) {
        Statement counted = AudienceSql.people(
                        new Statement().add("with "),
                        category,
                        usMarketing.skipped(clock),
                        contacts,
                        List.of(),
                        List.of())
                .add(PREVIEW);
        return sql.rowsWithin(COUNTING, counted.text(), row -> row, counted.arguments())
                .map(rows -> new Preview(matched(rows), newest(rows)));
    }

    private static List<Long> newest(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> Stream.of(row.getArrayOfLongs("newest")))
                .sorted(Comparator.reverseOrder())
                .limit(SOME)
                .toList();
    }

    private Statement people(Candidates candidates) {
        return AudienceSql.people(new Statement().add("with "), candidates, usMarketing.skipped(clock));
    }

    /** The first people of an audience who would get a message. */
    public Uni<List<Sampled>> sample(Candidates candidates, int limit) {
        Statement statement = people(candidates)
                .add(
                        " select contact_id, variant::integer as variant, params from person where reason is null"
                                + " order by contact_id limit ?",
                        limit);
        return sql.rows(
                statement.text(),
                row -> new Sampled(
                        row.getLong("contact_id"), row.getInteger("variant"), row.getArrayOfStrings("params")),
                statement.arguments());
    }

    /** Those of an audience who would be skipped for a reason, the newest contacts first. */
    public Uni<List<Skipped>> skipped(Candidates candidates, SkipReason reason, long beforeId, int limit) {
        Statement statement = people(candidates)
                .add(
                        " select p.contact_id, c.phone, c.name from person p join contact c on c.id = p.contact_id"
                                + " where p.reason = ?::smallint and p.contact_id < ? order by p.contact_id desc limit ?",
                        reason.code(),
                        beforeId,
                        limit);
        return sql.rowsWithin(
                COUNTING,
                statement.text(),
                row -> new Skipped(row.getLong("contact_id"), row.getString("phone"), row.getString("name")),
                statement.arguments());
    }

    /** What begins so, of the values that expressions over contact {@code c} have for the people of an audience; each once. */
    public Uni<List<String>> distinct(
            List<Selection> included, List<Selection> expressions, String beginning, int limit) {
        Statement statement = AudienceSql.included(new Statement().add("with "), included);
        statement.add(" select distinct found.value from contact c cross join lateral (values ");
        for (int i = 0; i < expressions.size(); i++) {
            statement.add(i == 0 ? "(" : ", (").add(expressions.get(i)).add(")");
        }
        statement.add(
                ") as found(value) where c.id in (select contact_id from included) and starts_with(found.value, ?::text) limit ?",
                beginning,
                limit);
        return sql.rowsWithin(COUNTING, statement.text(), row -> row.getString("value"), statement.arguments());
    }

    /** The parameters for chosen phones, contacts or not. */
    public Uni<List<Addressed>> address(List<String> phones, List<Variant> variants) {
        Statement statement = AudienceSql.addressed(new Statement(), phones, variants);
        return sql.rows(
                statement.text(),
                row -> new Addressed(
                        row.getString("phone"),
                        row.getBoolean("opted_out"),
                        row.getBoolean("listed"),
                        row.getInteger("variant"),
                        row.getArrayOfStrings("params")),
                statement.arguments());
    }

    private static Matched matched(List<Row> rows) {
        Map<SkipReason, Long> skipped = new EnumMap<>(SkipReason.class);
        long matched = 0;
        long digest = 0;
        for (Row row : rows) {
            int reason = row.getInteger("reason");
            long n = row.getLong("n");
            matched += n;
            digest += row.getLong("digest");
            if (reason != 0) {
                skipped.merge(SkipReason.of(reason), n, Long::sum);
            }
        }
        return new Matched(matched, skipped, new AudienceHash(digest));
    }
}
