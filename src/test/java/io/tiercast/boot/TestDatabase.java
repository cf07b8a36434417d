package io.tiercast.boot;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/**
 * Gives every {@code @QuarkusTest} a real PostgreSQL: one server for the whole test JVM, and a database of its own for each start
 * of the application. Being global, it needs no annotation on the tests.
 */
@QuarkusTestResource(TestDatabase.class)
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    /** Kept in a system property: test resources are loaded by more than one class loader. */
    private static final String PORT = "test.database.port";

    @Override
    public Map<String, String> start() {
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        String server = "127.0.0.1:" + port() + "/";
        createDatabase("jdbc:postgresql://" + server + "postgres", name);
        return Map.of(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://" + server + name,
                "quarkus.datasource.reactive.url",
                "postgresql://" + server + name,
                "quarkus.datasource.username",
                "postgres",
                "quarkus.datasource.password",
                "postgres");
    }

    @Override
    public void stop() {
        // The server serves the next start as well; its own shutdown hook stops it with the JVM.
    }

    private static String port() {
        synchronized (System.getProperties()) {
            if (System.getProperty(PORT) == null) {
                System.setProperty(PORT, Integer.toString(startServer()));
            }
            return System.getProperty(PORT);
        }
    }

    /** Not durable on purpose: the library's defaults switch fsync off, which is right for tests only. */
    private static int startServer() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start()
                    .getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createDatabase(String url, String name) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no test database", e);
        }
    }
}
