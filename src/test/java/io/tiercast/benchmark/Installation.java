package io.tiercast.benchmark;

import io.restassured.path.json.JsonPath;
import io.tiercast.boot.TiercastProcess;
import io.tiercast.journey.Program;
import io.tiercast.outside.Account;
import io.tiercast.outside.Templates;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** What is measured: the built application with its embedded PostgreSQL, beside the simulated Meta, with people in groups. */
final class Installation implements AutoCloseable {

    /** A number that may send, and the template that it sends. */
    record Sender(long id, long templateId) {}

    private static final String PEOPLE = """
            insert into contact (phone, name, country, attributes, marketing_consent, consent_source, consent_at)
            select '+91' || 7000000000 + n, 'Person ' || n, 'IN', '{"city":"Pune","days":3}', 'OPTED_IN', 'benchmark', now()
            from generate_series(?, ?) n
            """;
    private static final String MEMBERS = """
            insert into group_member (group_id, contact_id)
            select ?, id from contact where phone >= '+91' || 7000000000 + ? and phone <= '+91' || 7000000000 + ?
            """;

    private final MetaProcess meta = new MetaProcess();
    private final TiercastProcess tiercast;
    private final Program program;
    private final Connection database;
    private final Map<String, Long> groups = new HashMap<>();
    private int people;

    Installation(Path folder) {
        this.tiercast = new TiercastProcess(folder, environment(folder)).start();
        this.program = new Program(tiercast);
        this.database = tiercast.database();
        meta.subscribe(tiercast.uri("/webhooks/meta"));
    }

    MetaProcess meta() {
        return meta;
    }

    Program program() {
        return program;
    }

    Cpu cpu() {
        return Cpu.now(tiercast.pid(), tiercast.postgres(), meta.pid());
    }

    String uri(String path) {
        return tiercast.uri(path).toString();
    }

    Memory memory() {
        return Memory.of(tiercast.pid());
    }

    Sender connect(Account account, double perSecond) {
        long id = program.create(
                "/senders",
                Map.of(
                        "name", "Benchmark " + account.phoneNumberId(),
                        "phoneNumberId", account.phoneNumberId(),
                        "wabaId", account.wabaId(),
                        "accessToken", account.accessToken()));
        pace(id, perSecond);
        program.act("/templates/sync", Map.of("senderId", id));
        JsonPath templates = program.get("/templates?senderId=" + id + "&name=" + Templates.SALE);
        return new Sender(id, templates.getLong("items[0].id"));
    }

    void pace(long senderId, double perSecond) {
        program.patch("/senders/" + senderId, Map.of("throughputPerSecond", perSecond));
    }

    /** A group of so many people, from the first one on. */
    long group(int size) {
        return group(1, size);
    }

    long group(int first, int size) {
        return groups.computeIfAbsent(first + "+" + size, ignored -> newGroup(first, size));
    }

    /** One value of one row. */
    <T> T ask(Class<T> type, String query, Object... values) {
        try (PreparedStatement statement = prepared(query, values);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getObject(1, type) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who started the benchmark waits at the console: long work is told there before it begins. */
    static void say(String what, Object... values) {
        System.out.println(what.formatted(values));
    }

    void change(String statement, Object... values) {
        try (PreparedStatement prepared = prepared(statement, values)) {
            prepared.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            tiercast.close();
            meta.close();
        }
    }

    private long newGroup(int first, int size) {
        int last = first + size - 1;
        if (last > people) {
            say("Storing people up to %,d ...", last);
            change(PEOPLE, people + 1, last);
            people = last;
        }
        long id = program.create("/groups", Map.of("name", "People " + first + " to " + last));
        change(MEMBERS, id, first, last);
        change("vacuum analyze contact, group_member");
        return id;
    }

    private PreparedStatement prepared(String text, Object... values) throws SQLException {
        PreparedStatement statement = database.prepareStatement(text);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** With -Dbenchmark.profile=FILE the JVM writes a flight recording of its hot methods there. */
    private Map<String, String> environment(Path folder) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "TIERCAST_META_BASE_URL", meta.baseUrl(),
                "TIERCAST_META_APP_SECRET", QuickMeta.UNLIMITED.appSecret(),
                "TIERCAST_META_VERIFY_TOKEN", "benchmark"));
        String profile = System.getProperty("benchmark.profile", "");
        if (!profile.isEmpty()) {
            String options = "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + profile;
            environment.put("JAVA_TOOL_OPTIONS", options);
        }
        return environment;
    }
}
