package io.tiercast.media;

import io.smallrye.mutiny.Uni;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files in the data directory: for one node, or for several that share it. */
final class DirectoryStorage implements MediaStorage {

    private final Path directory;

    DirectoryStorage(Path directory) {
        this.directory = directory;
    }

    @Override
    public Uni<Void> keep(Path received, String file) {
        return Disk.run(() -> {
            Files.createDirectories(directory);
            Files.move(received, directory.resolve(file), StandardCopyOption.ATOMIC_MOVE);
            return Disk.sync(directory);
        });
    }

    @Override
    public Uni<Path> path(String file) {
        return Uni.createFrom().item(directory.resolve(file));
    }

    @Override
    public Uni<Void> forget(String file) {
        return Disk.run(() -> Files.deleteIfExists(directory.resolve(file))).replaceWithVoid();
    }
}
