package io.tiercast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A script of {@code frontend/package.json}, run to its end; what it prints is part of the failure. */
record NpmScript(String name, Duration limit) {

    private static final Path FOLDER = Path.of("frontend");

    void passes(Path log, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("npm", "run", name)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process npm = builder.start();
        try {
            assertTrue(npm.waitFor(limit.toSeconds(), TimeUnit.SECONDS), () -> "takes too long\n" + text(log));
            assertEquals(0, npm.exitValue(), () -> text(log));
        } finally {
            npm.descendants().forEach(ProcessHandle::destroy);
            npm.destroy();
        }
    }

    /** Quinoa installs the packages as it builds the application; without it there is nothing to run. */
    static boolean installed() {
        return Files.isDirectory(FOLDER.resolve("node_modules"));
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "no output: " + e.getMessage();
        }
    }
}
