package io.tiercast.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** docs/benchmarks.md: each run adds a section at its end, table by table, so that a run that breaks off leaves what it has. */
final class Page {

    private static final Path FILE = Path.of("docs/benchmarks.md");

    Page(int recipients) {
        append(String.format(
                Locale.ROOT,
                "%n### %s, %,d recipients%n%n%s. Load before the start %.1f. Meta answers after %d ms.%n",
                LocalDate.now(),
                recipients,
                machine(),
                system().getSystemLoadAverage(),
                QuickSettings.USUAL_LATENCY.toMillis()));
    }

    void add(Table table) {
        append(table.text());
    }

    private static String machine() {
        return system().getAvailableProcessors() + " cores (" + processor() + "), Java "
                + Runtime.version().feature() + ", `-Xmx256m`, PostgreSQL and Meta on the same machine";
    }

    private static String processor() {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc/cpuinfo"));
            return lines.stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unnamed");
        } catch (IOException e) {
            return "unnamed";
        }
    }

    private static OperatingSystemMXBean system() {
        return ManagementFactory.getOperatingSystemMXBean();
    }

    private static void append(String text) {
        try {
            Files.writeString(FILE, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
