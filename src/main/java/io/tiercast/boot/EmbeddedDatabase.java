package io.tiercast.boot;

import io.quarkus.runtime.Application;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The real PostgreSQL that runs beside the application when DATABASE_URL is unset. It keeps its data in the data directory. */
final class EmbeddedDatabase {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final String USER = "postgres";

    /** A large count uses all cores: its own process is one, and one helper more than that would only get in the way. */
    private static final int HELPERS = Math.min(4, Runtime.getRuntime().availableProcessors() - 1);

    /** Durable, and sized for a machine of 2 cores and 2 GB that it shares with the application. Reasons: docs/decisions. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"), // the library switches both off
            Map.entry("synchronous_commit", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "60"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("wal_level", "minimal"), // nobody replicates from here
            Map.entry("max_wal_senders", "0"),
            Map.entry("wal_buffers", "16MB"),
            Map.entry("min_wal_size", "512MB"),
            Map.entry("max_wal_size", "4GB"), // fewer checkpoints: fewer whole pages in the log
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("autovacuum_naptime", "15s"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("max_parallel_workers_per_gather", Integer.toString(HELPERS)),
            Map.entry("jit", "off"), // statements of milliseconds
            Map.entry("logging_collector", "on"),
            Map.entry("log_filename", "postgresql-%a.log"), // a week, then written over
            Map.entry("log_truncate_on_rotation", "on"));

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final DataDirectory data;
    private final Path cluster;
    private final Path binaries;
    private boolean stopping;

    /** Starts the server on the port that the application knows. */
    private interface Start {
        void start() throws IOException;
    }

    private EmbeddedDatabase(DataDirectory data) {
        this.data = data;
        this.cluster = data.resolve("postgres");
        this.binaries = data.privateFolder("postgres-binaries");
    }

    /** Starts it, or refuses the start; it is stopped at the JVM's end, after the application. */
    static DatabaseUrl start(DataDirectory data) {
        data.lock();
        EmbeddedDatabase database = new EmbeddedDatabase(data);
        try {
            database.heal();
            return database.start();
        } catch (IOException | RuntimeException e) {
            throw new StartRefused(
                    "the embedded PostgreSQL did not start (" + e.getMessage() + "); see " + database.log(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("interrupted", e);
        }
    }

    /** Clears up after a predecessor that was killed: a server that still runs, and work that was broken off half-way. */
    private void heal() throws IOException, InterruptedException {
        stopServer();
        if (Files.exists(unfinished())) {
            delete(cluster);
        }
        try (Stream<Path> versions = Files.list(Files.createDirectories(unpacked()))) {
            for (Path version :
                    versions.filter(v -> Files.notExists(v.resolve(".exists"))).toList()) {
                delete(version);
            }
        }
    }

    /** Holds up the end of the JVM until the server can be stopped. */
    private synchronized DatabaseUrl start() throws IOException {
        String password = data.secret("database.password", 24);
        boolean fresh = Files.notExists(cluster.resolve("PG_VERSION"));
        if (fresh) {
            Files.writeString(unfinished(), "");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAfterApplication, "stop-postgresql"));
        int port = server(password).start().getPort();
        Files.deleteIfExists(unfinished());
        keepRunning(() -> server(password).setPort(port).start());
        return new DatabaseUrl("127.0.0.1", port, "postgres", USER, password, null);
    }

    /** What crashed may come back: the application waits for it, and would wait for ever. */
    private void keepRunning(Start again) {
        Thread keeper = new Thread(
                () -> {
                    while (true) {
                        LockSupport.parkNanos(LOOK_EVERY.toNanos());
                        startIfDead(again);
                    }
                },
                "keep-postgresql");
        keeper.setDaemon(true);
        keeper.start();
    }

    private synchronized void startIfDead(Start again) {
        if (stopping || Postmaster.of(cluster, binaries).isPresent()) {
            return;
        }
        LOG.errorf("The embedded PostgreSQL has ended unexpectedly and is started again; see %s", log());
        try {
            again.start();
        } catch (IOException | RuntimeException e) {
            LOG.errorf("The embedded PostgreSQL did not start, next try soon: %s", e.getMessage());
        }
    }

    /** Options of initdb ride on the library's locale settings, which it passes on word for word. */
    private EmbeddedPostgres.Builder server(String password) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(unpacked().toFile())
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOutputRedirector(Redirect.appendTo(log().toFile()))
                .setLocaleConfig("locale-provider", "builtin") // sorts the same on every system
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", data.resolve("database.password").toString())
                .setConnectConfig("password", password)
                .setPGStartupWait(Duration.ofSeconds(60));
        SETTINGS.forEach(builder::setServerConfig);
        return builder;
    }

    /** Runs while the JVM ends, beside the thread that stops the application: the last statements must find their database. */
    private void stopAfterApplication() {
        try {
            Application application = Application.currentApplication();
            if (application != null) {
                application.awaitShutdown();
            }
            stopForGood();
        } catch (IOException | InterruptedException e) {
            System.err.println("The embedded PostgreSQL was not stopped: " + e.getMessage());
        }
    }

    private synchronized void stopForGood() throws IOException, InterruptedException {
        stopping = true;
        stopServer();
    }

    private void stopServer() throws IOException, InterruptedException {
        var server = Postmaster.of(cluster, binaries);
        if (server.isPresent()) {
            server.get().stop();
        }
    }

    /** Stands from before the first initdb until the new database has answered. */
    private Path unfinished() {
        return data.resolve("postgres.unfinished");
    }

    /** The library opens this folder to everybody: hence the private one around it. */
    private Path unpacked() {
        return binaries.resolve("unpacked");
    }

    private Path log() {
        return data.resolve("postgres-start.log");
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> all = Files.walk(tree)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
