package io.tiercast.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Resident memory of a process on Linux, in MB (of 1,048,576 bytes).
 *
 * @param peak since its start
 */
record Memory(long now, long peak) {

    static Memory of(long pid) {
        try {
            String status = Files.readString(Path.of("/proc/" + pid + "/status"));
            return new Memory(field(status, "VmRSS:"), field(status, "VmHWM:"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long field(String status, String name) {
        String line = status.lines().filter(l -> l.startsWith(name)).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
    }
}
