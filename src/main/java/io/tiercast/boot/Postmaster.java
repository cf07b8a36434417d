package io.tiercast.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The main process of a PostgreSQL server, found through the file that it keeps in its data directory for as long as it runs.
 *
 * @param file its {@code postmaster.pid}, which it removes as its last act
 */
record Postmaster(Path file, ProcessHandle process) {

    private static final Duration POLL = Duration.ofMillis(20);

    /** Long enough for the last checkpoint on a slow disk. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /**
     * The server of that data directory, if it runs. A file left by a dead one is not enough, nor is another process that has got
     * its number since: the program must come from {@code binaries}, which belongs to this installation alone.
     */
    static Optional<Postmaster> of(Path dataDirectory, Path binaries) {
        Path file = dataDirectory.resolve("postmaster.pid");
        return pid(file)
                .flatMap(ProcessHandle::of)
                .filter(p -> runs(p, binaries))
                .map(p -> new Postmaster(file, p));
    }

    /** Fast shutdown: open transactions are rolled back, everything committed is kept. Returns once the server is gone. */
    void stop() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (isRunning()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("PostgreSQL (process " + process.pid() + ") does not stop");
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    /** Asks the file, not the process alone: where nobody collects orphans, a dead one stays in the process table. */
    private boolean isRunning() {
        return process.isAlive()
                && pid(file).filter(pid -> pid == process.pid()).isPresent();
    }

    private static boolean runs(ProcessHandle process, Path binaries) {
        return process.info()
                .command()
                .map(Path::of)
                .filter(program -> program.startsWith(binaries))
                .isPresent();
    }

    private static Optional<Long> pid(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(lines.get(0).strip()));
        } catch (IOException | NumberFormatException noServer) {
            return Optional.empty();
        }
    }
}
