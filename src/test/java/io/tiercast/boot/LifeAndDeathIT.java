package io.tiercast.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built application as operators meet it: started, stopped, killed, started twice, started wrongly. */
class LifeAndDeathIT {

    @TempDir
    Path folder;

    @Test
    void aStopTakesTheDatabaseAlongAndARestartFindsItsData() throws Exception {
        try (TiercastProcess tiercast = new TiercastProcess(folder, Map.of()).start()) {
            sql(tiercast, "create table keepsake as select 42 as n");
            assertTrue(tiercast.hasPostgres());

            assertEquals(143, tiercast.terminate(), tiercast::log);
            assertFalse(tiercast.hasPostgres());
            assertFalse(Files.exists(tiercast.data().resolve("postgres/postmaster.pid")));

            tiercast.start();
            assertEquals("42", sql(tiercast, "select n from keepsake"));
        }
    }

    @Test
    void aKilledOneLeavesItsDatabaseRunningAndTheNextStartHealsThat() throws Exception {
        try (TiercastProcess tiercast = new TiercastProcess(folder, Map.of()).start()) {
            sql(tiercast, "create table keepsake as select 42 as n");

            tiercast.kill();
            assertTrue(tiercast.hasPostgres());

            tiercast.start();
            assertEquals("42", sql(tiercast, "select n from keepsake"));
        }
    }

    @Test
    void aFirstStartThatWasKilledHalfWayDoesNotSpoilTheNext() throws Exception {
        try (TiercastProcess tiercast = new TiercastProcess(folder, Map.of())) {
            Path data = Files.createDirectories(tiercast.data());
            Files.createFile(data.resolve("postgres.unfinished"));
            Files.createDirectory(data.resolve("postgres"));
            Files.writeString(data.resolve("postgres/PG_VERSION"), "18\n");
            Files.writeString(data.resolve("postgres/postgresql.conf"), "half a settin");
            Path unpacked = Files.createDirectories(data.resolve("postgres-binaries/unpacked/PG-half/bin"));
            Files.writeString(unpacked.resolve("postgres"), "half a program");

            tiercast.start();
            assertEquals("on", sql(tiercast, "select current_setting('fsync')"));
            assertFalse(Files.exists(unpacked));
        }
    }

    @Test
    void aSecondInstanceOnTheSameDataIsRefusedAndHarmsNobody() throws Exception {
        try (TiercastProcess first = new TiercastProcess(folder, Map.of()).start();
                TiercastProcess second = new TiercastProcess(
                        Files.createDirectory(folder.resolve("second")),
                        Map.of("TIERCAST_DATA_DIR", first.data().toString()))) {

            assertEquals(1, second.startInVain());
            assertEquals(1, second.log().lines().count(), second::log);
            assertTrue(second.log().contains("process " + first.pid()), second::log);
            assertTrue(second.log().contains(first.data().toString()), second::log);
            assertEquals("1", sql(first, "select 1"));
        }
    }

    @Test
    void theDatabaseIsDurableAndClosedToStrangers() throws Exception {
        try (TiercastProcess tiercast = new TiercastProcess(folder, Map.of()).start()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertEquals("on", sql(tiercast, "select current_setting('" + setting + "')"), setting);
            }
            assertEquals("127.0.0.1", sql(tiercast, "select current_setting('listen_addresses')"));
            assertEquals(
                    "scram-sha-256",
                    sql(tiercast, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"));
        }
    }

    @Test
    void theOperatorsOwnDatabaseIsUsedAndNoneIsStarted() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                TiercastProcess tiercast = new TiercastProcess(folder, ownDatabase(postgres)).start();
                Connection connection = postgres.getPostgresDatabase().getConnection();
                ResultSet rows = connection.createStatement().executeQuery("select count(*) from contact")) {
            assertTrue(rows.next());
            assertFalse(Files.exists(tiercast.data().resolve("postgres"))); // imports have their place beside it
            assertEquals(143, tiercast.terminate(), tiercast::log);
        }
    }

    private static Map<String, String> ownDatabase(EmbeddedPostgres postgres) {
        return Map.of(
                "DATABASE_URL",
                "postgresql://postgres:p%40ss@127.0.0.1:" + postgres.getPort() + "/postgres?sslmode=prefer",
                "TIERCAST_SECRET_KEY",
                "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
    }

    @Test
    void aStartWithoutTheSecretsOfTheRealMetaNamesTheVariable() {
        Map<String, String> environment = Map.of("TIERCAST_META_BASE_URL", "http://127.0.0.1:9");
        try (TiercastProcess tiercast = new TiercastProcess(folder, environment)) {
            assertEquals(1, tiercast.startInVain());
            assertEquals(1, tiercast.log().lines().count(), tiercast::log);
            assertTrue(tiercast.log().contains("TIERCAST_META_APP_SECRET is not set"), tiercast::log);
            assertFalse(tiercast.hasPostgres());
        }
    }

    private static String sql(TiercastProcess tiercast, String statement) throws SQLException {
        try (Connection connection = tiercast.database();
                Statement running = connection.createStatement()) {
            running.execute(statement);
            ResultSet rows = running.getResultSet();
            return rows != null && rows.next() ? rows.getString(1) : null;
        }
    }
}
