package io.tiercast.media;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.media.IncomingFile.Received;
import io.vertx.core.file.OpenOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/** Where files wait until they are known to be what they say. */
@ApplicationScoped
class IncomingFiles {

    /** Longer than any upload takes. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Vertx vertx;
    private final Path directory;

    IncomingFiles(Vertx vertx, MediaSettings settings) {
        this.vertx = vertx;
        this.directory = Path.of(settings.dataDir()).toAbsolutePath().resolve("incoming-media");
    }

    /** @param most bytes; 413 beyond */
    Uni<Received> receive(Multi<Buffer> parts, long most) {
        Path path = directory.resolve(UUID.randomUUID().toString());
        return Disk.run(() -> Files.createDirectories(directory))
                .chain(() -> vertx.fileSystem().open(path.toString(), new OpenOptions().setCreateNew(true)))
                .chain(file -> new IncomingFile(file, path, most).take(parts))
                .onFailure()
                .call(() -> delete(path));
    }

    Uni<Void> delete(Path path) {
        return Disk.run(() -> Files.deleteIfExists(path)).replaceWithVoid();
    }

    /** Removes what a crash left behind. */
    Uni<Void> sweep() {
        return Disk.run(() -> {
            try (Stream<Path> files = Files.list(Files.createDirectories(directory))) {
                files.map(Path::toFile)
                        .filter(file -> Instant.ofEpochMilli(file.lastModified())
                                .isBefore(Instant.now().minus(FORGOTTEN)))
                        .forEach(file -> file.delete());
            }
            return null;
        });
    }
}
