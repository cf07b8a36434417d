package io.tiercast.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The built application as a process of its own, as an operator starts it. One of these stands for one installation: it can be
 * stopped, killed and started again, on the same data and the same port. Closing it leaves nothing running.
 */
public final class TiercastProcess implements AutoCloseable {

    public static final String API_KEY = "test-key-test-key-test-key-test-key";

    private static final Path JAR =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final Map<String, String> environment;
    private final Thread closer = new Thread(this::stopEverything);
    private Process process;

    /** @param folder an empty one, for the data and the log */
    public TiercastProcess(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = new HashMap<>(environment);
        this.environment.putIfAbsent("QUARKUS_HTTP_PORT", Integer.toString(freePort()));
        this.environment.putIfAbsent("TIERCAST_DATA_DIR", data().toString());
        this.environment.putIfAbsent("TIERCAST_BOOTSTRAP_API_KEY", API_KEY);
        this.environment.putIfAbsent("TIERCAST_ADMIN_PASSWORD", "test-password-test-password");
        Runtime.getRuntime().addShutdownHook(closer);
    }

    /** Starts it and waits until it is ready. */
    public TiercastProcess start() {
        launch();
        Waiting.until("readiness\n" + log(), READY_WITHIN, () -> !process.isAlive() || isReady());
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "ended with " + process.exitValue() + " instead of becoming ready\n" + log());
        }
        return this;
    }

    /** Starts it where it is expected to refuse; returns its exit code. */
    public int startInVain() {
        launch();
        return exitCode();
    }

    /** As {@code kill -9} does: no goodbye. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** SIGTERM; returns the exit code once it is gone. */
    public int terminate() {
        process.destroy();
        return exitCode();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + environment.get("QUARKUS_HTTP_PORT") + path);
    }

    public long pid() {
        return process.pid();
    }

    public Path data() {
        return folder.resolve("data");
    }

    /** Everything that it has written to its console since it was first started. */
    public String log() {
        try {
            return Files.exists(logFile()) ? Files.readString(logFile()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean hasPostgres() {
        return postmaster().isPresent();
    }

    /** The main process of its embedded PostgreSQL, which must be running. */
    public ProcessHandle postgres() {
        return postmaster().orElseThrow().process();
    }

    /** A connection of one's own to the embedded PostgreSQL. */
    public Connection database() {
        try {
            Path file = data().resolve("postgres/postmaster.pid");
            String password =
                    Files.readString(data().resolve("database.password")).strip();
            String url =
                    "jdbc:postgresql://127.0.0.1:" + Files.readAllLines(file).get(3) + "/postgres";
            return DriverManager.getConnection(url, "postgres", password);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stopEverything();
        Runtime.getRuntime().removeShutdownHook(closer);
    }

    private void launch() {
        ProcessBuilder builder = new ProcessBuilder(java(), "-Xmx256m", "-jar", JAR.toString());
        builder.environment().keySet().removeIf(TiercastProcess::isOurs);
        builder.environment().putAll(environment);
        builder.directory(folder.toFile());
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the person at the keyboard has set must not change a test. */
    private static boolean isOurs(String variable) {
        return variable.startsWith("TIERCAST_") || variable.startsWith("QUARKUS_") || variable.equals("DATABASE_URL");
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    public boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri("/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int exitCode() {
        try {
            if (!process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("does not end\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void stopEverything() {
        try {
            if (process != null && process.isAlive()) {
                process.destroy();
                if (!process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            }
            var orphan = postmaster();
            if (orphan.isPresent()) {
                orphan.get().stop();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Postmaster> postmaster() {
        return Postmaster.of(data().resolve("postgres"), data().resolve("postgres-binaries"));
    }

    private Path logFile() {
        return folder.resolve("tiercast.log");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
