package io.tiercast.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Locale;

/** One row of the table at the end of docs/benchmarks.md. Rates are per second. */
record Report(int recipients, double campaign, double loop, double imported, double start, Memory memory) {

    private static final Path PAGE = Path.of("docs/benchmarks.md");

    void write() {
        String row = String.format(
                Locale.ROOT,
                "| %s | %s | %,d | **%,.0f** | %,.0f | %.2f | %,.0f | %.1f | %d | %d |%n",
                LocalDate.now(),
                machine(),
                recipients,
                campaign,
                loop,
                campaign / loop,
                imported,
                start,
                memory.now(),
                memory.peak());
        System.out.print(row);
        try {
            Files.writeString(PAGE, row, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%d cores, Java %s, load %.1f",
                system.getAvailableProcessors(),
                Runtime.version().feature(),
                system.getSystemLoadAverage());
    }
}
