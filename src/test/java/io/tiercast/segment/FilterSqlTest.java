package io.tiercast.segment;

import static io.tiercast.segment.Filter.Milestone.DELIVERED;
import static io.tiercast.segment.Filter.Milestone.FAILED;
import static io.tiercast.segment.Filter.Milestone.READ;
import static io.tiercast.segment.Filter.Milestone.REPLIED;
import static io.tiercast.segment.Filter.Milestone.SENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.sql.Sql;
import io.tiercast.sql.Statement;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The compiled query on a real PostgreSQL picks whom the plain evaluator picks. */
@QuarkusTest
class FilterSqlTest {

    private static final int PEOPLE = 250;
    private static final int FILTERS = 250;
    private static final long CAMPAIGN = 1_999;
    private static final Instant NOW = Instant.parse("2026-11-21T22:30:00.123456Z");

    @Inject
    Sql sql;

    private final Map<Long, PlainPerson> people = new TreeMap<>();

    @BeforeEach
    void noPeopleOfATestBefore() {
        run("delete from contact where phone like '+9955%'");
        run("delete from message where campaign_id = $1", CAMPAIGN);
        run("delete from engagement where campaign_id = $1", CAMPAIGN);
        run("delete from contact_group where name like 'Plain %'");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theCompiledQueryPicksWhomThePlainEvaluatorPicks(long seed) {
        List<Long> groups = List.of(group("Plain 1"), group("Plain 2"));
        Draws draws = new Draws(seed, NOW, groups, CAMPAIGN);
        for (int i = 0; i < PEOPLE; i++) {
            store(draws.person("+9955" + (1_000_000 + i)));
        }
        run("select create_contact_event_partition(date '2026-11-22' - n) from generate_series(0, 60) as n");
        people.forEach(this::storeEvents);
        Map<Long, Filter> segments = new TreeMap<>();
        for (long i = 1; i <= 4; i++) {
            segments.put(i, draws.filter(2, List.copyOf(segments.keySet())));
        }
        int several = 0;
        for (int i = 0; i < FILTERS; i++) {
            Filter filter = draws.filter(4, List.copyOf(segments.keySet()));
            Set<Long> expected = plainly(filter, segments);
            assertEquals(expected, compiled(filter, segments), () -> seed + ": " + filter);
            several += expected.isEmpty() || expected.size() == PEOPLE ? 0 : 1;
        }
        assertTrue(several > FILTERS / 3, "most filters matched nobody or everybody");
    }

    static List<String> hostile() {
        return Draws.TEXTS;
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileValueIsOnlyAValue(String text) {
        store(person("+99552000000", Map.of("city", text)));
        store(person("+99552000001", Map.of("city", "x" + text)));
        Set<Long> first = Set.of(people.keySet().iterator().next());
        for (String path : List.of("contact.attributes.city", "contact.attributes." + text + "city")) {
            Filter equal = new Filter.Property(path, Operator.EQ, text, null);
            Filter in = new Filter.Property(path, Operator.IN, List.of(text, "other"), null);
            boolean known = path.equals("contact.attributes.city") || text.isEmpty();
            assertEquals(known ? first : Set.of(), compiled(equal, Map.of()), path);
            assertEquals(known ? first : Set.of(), compiled(in, Map.of()), path);
        }
        assertEquals(Set.of(), compiled(new Filter.HasTag(text + "tag"), Map.of()));
        assertEquals(Set.of(), compiled(new Filter.Did(text, null, null, null, null), Map.of()));
    }

    @Test
    void theTextOfTheQueryHoldsNoValue() {
        Filter filter = new Filter.All(List.of(
                new Filter.Property("contact.attributes.marker", Operator.CONTAINS, "marker", "Asia/Kolkata"),
                new Filter.Property("contact.name", Operator.IN, List.of("marker"), null),
                new Filter.HasTag("marker"),
                new Filter.Did(
                        "marker",
                        "P1D",
                        2,
                        List.of(new Filter.EventCondition("event.marker", Operator.EQ, "marker", null)),
                        null)));
        String text = FilterSql.compile(filter, Map.of(), NOW).people().sql();
        assertTrue(!text.contains("marker") && !text.contains("Kolkata"), text);
    }

    @Test
    void whatBecomesOfMessagesCountsLikeWhatPeopleDo() {
        Draws draws = new Draws(7, NOW, List.of(group("Plain 3")), CAMPAIGN);
        for (int i = 0; i < 60; i++) {
            store(draws.person("+99553" + (1_000_000 + i)));
        }
        List<Filter.EventCondition> ours =
                List.of(new Filter.EventCondition("event.campaignId", Operator.EQ, CAMPAIGN, null));
        for (Filter.Milestone milestone : List.of(SENT, DELIVERED, READ, FAILED, REPLIED)) {
            String name = "message." + milestone.name().toLowerCase(Locale.ROOT);
            Set<Long> reached = compiled(new Filter.Reached(CAMPAIGN, milestone), Map.of());
            assertTrue(!reached.isEmpty());
            assertEquals(reached, compiled(new Filter.Did(name, "P1Y", null, ours, null), Map.of()), name);
            assertEquals(Set.of(), compiled(new Filter.Did(name, null, 2, ours, null), Map.of()), name);
        }
    }

    @Test
    void whatBecameOfTheMessagesOfOneCampaignIsLookedForAmongThese() {
        run("select create_message_partition(0), create_message_partition($1)", CAMPAIGN);
        assertLooksOnlyAmongItsMessages(Operator.EQ, CAMPAIGN);
        assertLooksOnlyAmongItsMessages(Operator.IN, List.of(CAMPAIGN));
    }

    private void assertLooksOnlyAmongItsMessages(Operator op, Object value) {
        List<Filter.EventCondition> where = List.of(new Filter.EventCondition("event.campaignId", op, value, null));
        Filter filter = new Filter.Did("message.read", null, null, where, null);
        Statement statement = new Statement()
                .add("explain ")
                .add(FilterSql.compile(filter, Map.of(), NOW).people());
        String plan = sql.rows(statement.text(), row -> row.getString(0), statement.arguments())
                .await()
                .indefinitely()
                .toString();
        assertTrue(plan.contains(" message_1000 "), plan);
        assertTrue(!plan.contains(" message_0 "), plan);
    }

    @Test
    void aQuestionThatTakesTooLongIsGivenUpByTheDatabase() {
        PgException givenUp = assertThrows(
                PgException.class,
                () -> sql.rowsWithin(Duration.ofMillis(50), "select pg_sleep(60) is null", row -> row.getBoolean(0))
                        .await()
                        .atMost(Duration.ofSeconds(20)));
        assertEquals("57014", givenUp.getSqlState());
    }

    private Set<Long> plainly(Filter filter, Map<Long, Filter> segments) {
        PlainFilter plain = new PlainFilter(segments, NOW);
        return people.entrySet().stream()
                .filter(person -> plain.matches(filter, person.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Long> compiled(Filter filter, Map<Long, Filter> segments) {
        Long[] mine = people.keySet().toArray(Long[]::new);
        Statement statement = new Statement()
                .add("select c.id from contact c where c.id = any(?) and ", (Object) mine)
                .add(FilterSql.compile(filter, segments, NOW).alone());
        List<Long> found = sql.rows(statement.text(), row -> row.getLong(0), statement.arguments())
                .await()
                .indefinitely();
        return new TreeSet<>(found);
    }

    private static PlainPerson person(String phone, Map<String, Object> attributes) {
        return new PlainPerson(
                phone, Map.of(), "UNKNOWN", NOW, null, attributes, List.of(), Set.of(), Set.of(), List.of());
    }

    private void store(PlainPerson person) {
        long id = first(
                """
                insert into contact (phone, name, external_id, country, language, timezone, attributes, tags, marketing_consent,
                  created_at, last_inbound_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id
                """,
                person.phone(),
                person.columns().get("name"),
                person.columns().get("externalId"),
                person.columns().get("country"),
                person.columns().get("language"),
                person.columns().get("timezone"),
                new JsonObject(person.attributes()),
                person.tags().toArray(String[]::new),
                person.marketing(),
                utc(person.createdAt()),
                utc(person.lastInboundAt()));
        people.put(id, person);
        person.groups().forEach(group -> run("insert into group_member values ($1, $2)", group, id));
        storeReached(id, person.reached());
    }

    private void storeReached(long id, Set<Filter.Milestone> reached) {
        OffsetDateTime at = utc(NOW);
        boolean read = reached.contains(READ);
        // The webhook for "sent" may never come: what is known is the highest.
        run(
                "insert into message (campaign_id, contact_id, seq, state, t_sent, t_delivered, t_read, t_failed)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8)",
                CAMPAIGN,
                id,
                (int) id,
                (short) (reached.contains(FAILED) ? 9 : 12),
                reached.contains(SENT) && !read ? at : null,
                reached.contains(DELIVERED) && !read ? at : null,
                read ? at : null,
                reached.contains(FAILED) ? at : null);
        if (reached.contains(REPLIED)) {
            run("insert into engagement (campaign_id, contact_id, kind) values ($1, $2, 1)", CAMPAIGN, id);
        }
    }

    private void storeEvents(long id, PlainPerson person) {
        person.events()
                .forEach(event -> run(
                        "insert into contact_event (at, contact_id, name, properties) values ($1, $2, $3, $4)",
                        utc(event.at()),
                        id,
                        event.name(),
                        new JsonObject(event.properties())));
    }

    private long group(String name) {
        return first("insert into contact_group (name) values ($1) returning id", name);
    }

    private long first(String text, Object... arguments) {
        return sql.first(text, row -> row.getLong(0), arguments).await().indefinitely();
    }

    private void run(String text, Object... arguments) {
        sql.run(text, arguments).await().indefinitely();
    }

    private static OffsetDateTime utc(Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
