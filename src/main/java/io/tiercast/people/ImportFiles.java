package io.tiercast.people;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.core.file.OpenOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** The files that wait in the data directory until they are imported. */
@ApplicationScoped
class ImportFiles {

    /** Longer than any upload takes. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Vertx vertx;
    private final Path directory;

    ImportFiles(Vertx vertx, PeopleSettings settings) {
        this.vertx = vertx;
        this.directory = Path.of(settings.dataDir()).toAbsolutePath().resolve("imports");
    }

    Path path(String file) {
        return directory.resolve(file);
    }

    /** Files of other nodes lie in other data directories. */
    boolean holds(String file) {
        return Files.exists(path(file));
    }

    /**
     * Writes the body as it comes, no faster than the disk takes it, and answers the file's name once it is safe there.
     */
    Uni<String> receive(HttpServerRequest request, ImportOptions options) {
        String file = UUID.randomUUID() + ".csv";
        return blocking(() -> Files.createDirectories(directory))
                .chain(() -> vertx.fileSystem().open(path(file).toString(), new OpenOptions().setCreateNew(true)))
                .chain(request::pipeTo)
                .chain(() -> blocking(() -> settle(file, options)))
                .onFailure()
                .call(() -> delete(file));
    }

    /** Refuses foreign files; a file that was acknowledged survives a crash, its entry in the directory included. */
    private String settle(String file, ImportOptions options) throws IOException {
        CsvLayout.refuseForeign(path(file), options.columns());
        sync(path(file), StandardOpenOption.WRITE);
        sync(directory, StandardOpenOption.READ);
        return file;
    }

    private static void sync(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    Uni<Void> delete(String file) {
        return blocking(() -> Files.deleteIfExists(path(file))).replaceWithVoid();
    }

    /** Removes what nobody waits for any more: uploads and imports that a crash left behind. */
    Uni<Void> sweep(Set<String> wanted) {
        return blocking(() -> {
                    try (Stream<Path> files = Files.list(Files.createDirectories(directory))) {
                        files.filter(file -> isForgotten(file, wanted))
                                .forEach(file -> file.toFile().delete());
                    }
                    return null;
                })
                .replaceWithVoid();
    }

    private static boolean isForgotten(Path file, Set<String> wanted) {
        Instant written = Instant.ofEpochMilli(file.toFile().lastModified());
        return !wanted.contains(file.getFileName().toString())
                && written.isBefore(Instant.now().minus(FORGOTTEN));
    }

    /** Runs what waits for the disk away from the event loop. */
    static <T> Uni<T> blocking(Callable<T> work) {
        return Uni.createFrom()
                .item(Unchecked.supplier(work::call))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
