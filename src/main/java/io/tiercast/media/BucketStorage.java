package io.tiercast.media;

import io.smallrye.mutiny.Uni;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Files in a bucket, with copies on this machine of those that were in use. */
final class BucketStorage implements MediaStorage {

    private final Bucket bucket;
    private final Path copies;

    BucketStorage(Bucket bucket, Path copies) {
        this.bucket = bucket;
        this.copies = copies;
    }

    @Override
    public Uni<Void> keep(Path received, String file) {
        return bucket.put(file, received).chain(() -> copied(received, file)).replaceWithVoid();
    }

    @Override
    public Uni<Path> path(String file) {
        Path copy = copies.resolve(file);
        return Disk.run(() -> Files.exists(copy))
                .chain(there -> there ? Uni.createFrom().item(copy) : fetched(file));
    }

    @Override
    public Uni<Void> forget(String file) {
        return bucket.delete(file)
                .chain(() -> Disk.run(() -> Files.deleteIfExists(copies.resolve(file))))
                .replaceWithVoid();
    }

    /** By way of another name, so that nobody reads half a file. */
    private Uni<Path> fetched(String file) {
        Path part = copies.resolve(UUID.randomUUID() + ".part");
        return Disk.run(() -> Files.createDirectories(copies))
                .chain(() -> bucket.get(file, part))
                .chain(() -> copied(part, file))
                .onFailure()
                .call(() -> Disk.run(() -> Files.deleteIfExists(part)));
    }

    private Uni<Path> copied(Path from, String file) {
        return Disk.run(() -> {
            Files.createDirectories(copies);
            return Files.move(from, copies.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        });
    }
}
