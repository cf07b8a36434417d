package io.tiercast.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * CPU time spent so far, in seconds: by the application's JVM, by PostgreSQL with all its processes, by the simulated Meta, and by
 * the whole machine. Linux only.
 */
record Cpu(double jvm, double postgres, double meta, double measuring, double machine) {

    private static final double TICKS_PER_SECOND = 100;

    static Cpu now(long jvm, ProcessHandle postgres, long meta) {
        return new Cpu(
                own(jvm),
                family(postgres),
                own(meta),
                own(ProcessHandle.current().pid()),
                busy());
    }

    Cpu since(Cpu before) {
        return new Cpu(
                jvm - before.jvm,
                postgres - before.postgres,
                meta - before.meta,
                measuring - before.measuring,
                machine - before.machine);
    }

    /** What was spent on nothing of ours. */
    double others() {
        return Math.max(0, machine - jvm - postgres - meta - measuring);
    }

    private static double own(long pid) {
        return fields(pid, 0, 1);
    }

    /** Server processes come and go: those that ended are counted by the main one. */
    private static double family(ProcessHandle main) {
        return fields(main.pid(), 0, 3)
                + main.children().mapToDouble(child -> own(child.pid())).sum();
    }

    /** From user and system time of the process to those of its ended children. */
    private static double fields(long pid, int first, int last) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = first; i <= last; i++) {
                ticks += Long.parseLong(afterName[11 + i]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All but idle and waiting. */
    private static double busy() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            String[] total = lines.findFirst().orElseThrow().trim().split(" +");
            return (Long.parseLong(total[1])
                            + Long.parseLong(total[2])
                            + Long.parseLong(total[3])
                            + Long.parseLong(total[6])
                            + Long.parseLong(total[7]))
                    / TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
