package io.tiercast.media;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import io.tiercast.problem.Problems.FieldError;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.file.AsyncFile;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A file on its way in: written as it comes, no faster than the disk takes it, counted and hashed. */
final class IncomingFile {

    /** Enough to tell what it is, colour profiles before a picture's frame included. */
    private static final int HEAD = 128 * 1024;

    /** What was received; a file nobody needs any more is to be deleted. */
    record Received(Path path, long size, String sha256, byte[] head) {}

    private final AsyncFile file;
    private final Path path;
    private final long most;
    private final MessageDigest digest = sha256();
    private final Buffer head = Buffer.buffer();
    private long size;

    IncomingFile(AsyncFile file, Path path, long most) {
        this.file = file;
        this.path = path;
        this.most = most;
    }

    /** 413 beyond the limit. */
    Uni<Received> take(Multi<Buffer> parts) {
        return parts.onItem()
                .transformToUniAndConcatenate(this::write)
                .collect()
                .last()
                .onTermination()
                .call(file::close)
                .chain(() -> Disk.run(() -> Disk.sync(path)))
                .map(done -> new Received(path, size, HexFormat.of().formatHex(digest.digest()), head.getBytes()));
    }

    private Uni<Void> write(Buffer part) {
        size += part.length();
        if (size > most) {
            return Uni.createFrom().failure(tooLarge(most));
        }
        digest.update(part.getBytes());
        if (head.length() < HEAD) {
            head.appendBuffer(part.getBuffer(0, Math.min(part.length(), HEAD - head.length())));
        }
        return file.write(part);
    }

    static RuntimeException tooLarge(long most) {
        String message = "may have at most " + most / (1024 * 1024) + " MB";
        return Problems.of(
                413, "too-large", "Too large", "The file " + message, List.of(new FieldError("file", message)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
