package io.tiercast.boot;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;

/** The real PostgreSQL that runs beside the application when DATABASE_URL is unset. */
final class EmbeddedDatabase {

    private static EmbeddedPostgres postgres;

    private EmbeddedDatabase() {}

    static void startUnlessConfigured() throws Exception {
        Path data = Path.of(System.getenv().getOrDefault("TIERCAST_DATA_DIR", "data"))
                .toAbsolutePath();
        Files.createDirectories(data);
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        String url = "127.0.0.1:" + postgres.getPort() + "/postgres";
        System.setProperty("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + url);
        System.setProperty("quarkus.datasource.reactive.url", "postgresql://" + url);
        System.setProperty("quarkus.datasource.username", "postgres");
        System.setProperty("quarkus.datasource.password", "postgres");
    }
}
