package io.tiercast.benchmark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/**
 * Previews of filters and searches of contacts, over HTTP, among a million contacts and ten million events of 90 days. Each call
 * asks for another value than the one before.
 */
record SegmentsScenario(int people, int events) implements Scenario {

    private static final int CALLS = Integer.getInteger("benchmark.previews", 40);
    private static final int WARM_UP = 5;
    private static final List<String> CITIES =
            List.of("Pune", "Delhi", "Mumbai", "Chennai", "Kolkata", "Jaipur", "Surat", "Indore", "Bhopal", "Agra");

    private static final String PEOPLE = """
            insert into contact (phone, name, language, country, attributes, tags, marketing_consent, created_at)
            select '+92' || 3000000000 + n, 'Friend' || n, (array['en', 'ur', 'pa'])[1 + n % 3], (array['PK', 'IN', 'DE', 'US'])[1 + n % 4],
              jsonb_build_object('city', (array['Pune', 'Delhi', 'Mumbai', 'Chennai', 'Kolkata', 'Jaipur', 'Surat', 'Indore', 'Bhopal',
                'Agra'])[1 + n / 7 % 10], 'total', n::bigint * 37 % 10000, 'member', n % 3 = 0, 'joined', (date '2024-01-01' + n % 900)::text),
              case when n % 20 = 0 then array['tag' || n % 200 / 20, 'north'] when n % 4 = 0 then array['north'] else '{}' end,
              case when n % 10 < 7 then 'OPTED_IN' when n % 10 < 9 then 'UNKNOWN' else 'OPTED_OUT' end, now() - n % 1000 * interval '1 d'
            from generate_series(1, ?) n
            """;

    private static final String DAYS =
            "select create_contact_event_partition(current_date - n) from generate_series(0, 90) n";

    private static final String EVENTS = """
            insert into contact_event (at, contact_id, name, properties)
            select now() - n % 90 * interval '1 d', first.id + n::bigint * 7919 % ?,
              (array['visit', 'visit', 'visit', 'visit', 'visit', 'cart', 'cart', 'cart', 'purchase', 'refund'])[1 + n / 90 % 10],
              jsonb_build_object('total', n % 500, 'shop', 'S' || n % 20)
            from generate_series(1, ?) n cross join (select min(id) as id from contact where phone like '+92%') first
            """;

    private static final String MEMBERS = """
            insert into group_member (group_id, contact_id) select ?, id from contact where phone like '+92%' and id % 4 = 0
            """;

    @Override
    public Table run(Installation at) {
        long group = prefill(at);
        long contacts = at.ask(Long.class, "select count(*) from contact");
        String title = "Filters and searches among %,d contacts and %,d events".formatted(contacts, events);
        Table table = new Table(title, "", "matched", "p50 ms", "p95 ms", "longest ms");
        Client client = Client.of(at);
        filters(group).forEach((name, filter) -> preview(client, table, name, filter));
        search(client, table, "search: part of a name", i -> "end" + (1_000 + i * 17));
        search(client, table, "search: beginning of a phone", i -> "9230000" + (10 + i % 10));
        return table;
    }

    private static Map<String, IntFunction<Map<String, Object>>> filters(long group) {
        Map<String, IntFunction<Map<String, Object>>> filters = new LinkedHashMap<>();
        filters.put("attribute is a text", i -> city(i));
        filters.put("attribute above a number", i -> property("attributes.total", "GT", 5_000 + i));
        filters.put(
                "attribute within dates",
                i -> property(
                        "attributes.joined", "BETWEEN", List.of("2025-01-01", "2025-03-%02d".formatted(1 + i % 30))));
        filters.put("country", i -> property("country", "EQ", i % 2 == 0 ? "DE" : "US"));
        filters.put("tag of 0.5 %", i -> tag("tag" + i % 10));
        filters.put("tag of 25 %", i -> tag("north"));
        filters.put(
                "city and tag and number",
                i -> node("all", "of", List.of(city(i), tag("north"), property("attributes.total", "LT", 5_000 + i))));
        filters.put(
                "city or tag, not a number",
                i -> node(
                        "any",
                        "of",
                        List.of(city(i), node("not", "of", property("attributes.total", "LT", 5_000 + i)))));
        filters.put("group", i -> node("group", "groupId", group));
        filters.put("bought within 30 days", i -> did("purchase", 1, 30 - i % 3));
        filters.put("came 3 times within 30 days", i -> did("visit", 3, 30 - i % 3));
        filters.put("bought for more than 400 within 30 days", i -> {
            Map<String, Object> did = did("purchase", 1, 30);
            did.put("where", List.of(Map.of("path", "event.total", "op", "GT", "value", 400 + i % 50)));
            return did;
        });
        filters.put(
                "city, did not come within 30 days",
                i -> node("all", "of", List.of(city(i), node("not", "of", did("visit", 1, 30 - i % 3)))));
        return filters;
    }

    private static void preview(Client client, Table table, String name, IntFunction<Map<String, Object>> filter) {
        IntFunction<HttpRequest> ask =
                i -> client.post("/segments/preview", new JsonObject(Map.of("filter", filter.apply(i))));
        measure(client, table, name, ask, answer -> answer.getLong("matched"));
    }

    private static void search(Client client, Table table, String name, IntFunction<String> text) {
        IntFunction<HttpRequest> ask =
                i -> client.request("/api/v1/contacts?search=" + text.apply(i)).build();
        measure(client, table, name, ask, answer -> answer.getJsonArray("items").size());
    }

    /** The first calls find nothing in the caches and no compiled code; they are not counted. */
    private static void measure(
            Client client, Table table, String name, IntFunction<HttpRequest> ask, ToLongFunction<JsonObject> found) {
        AckTimes times = new AckTimes();
        String answer = null;
        for (int i = -WARM_UP; i < CALLS; i++) {
            HttpRequest request = ask.apply(i + WARM_UP);
            long start = System.nanoTime();
            answer = client.ask(request);
            if (i >= 0) {
                times.add(System.nanoTime() - start);
            }
        }
        long matched = found.applyAsLong(new JsonObject(answer));
        assertTrue(matched > 0, name + " finds nobody");
        table.row(name, matched, times.millis(0.5), times.millis(0.95), times.millis(1));
    }

    private long prefill(Installation at) {
        int there = Math.toIntExact(at.ask(Long.class, "select count(*) from contact"));
        int missing = there < people ? people - there : people;
        Installation.say("Storing %,d people and %,d events ...", missing, events);
        at.change(PEOPLE, missing);
        at.change(DAYS);
        at.change(EVENTS, missing, events);
        long group = at.program().create("/groups", Map.of("name", "A quarter of them"));
        at.change(MEMBERS, group);
        at.change("vacuum analyze contact, contact_event, group_member");
        at.change("checkpoint");
        return group;
    }

    private static Map<String, Object> city(int i) {
        return property("attributes.city", "EQ", CITIES.get(i % CITIES.size()));
    }

    private static Map<String, Object> property(String path, String op, Object value) {
        Map<String, Object> property = node("property", "path", "contact." + path);
        property.put("op", op);
        property.put("value", value);
        return property;
    }

    private static Map<String, Object> tag(String tag) {
        return node("tag", "tag", tag);
    }

    private static Map<String, Object> did(String name, int atLeast, int days) {
        Map<String, Object> did = node("event", "name", name);
        did.put("atLeast", atLeast);
        did.put("within", "P" + days + "D");
        return did;
    }

    private static Map<String, Object> node(String type, String field, Object value) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("type", type);
        node.put(field, value);
        return node;
    }
}
