package io.tiercast.media;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.media.IncomingFile.Received;
import io.tiercast.problem.Problems;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Takes files in, and out again. What Meta would not show is refused here, by field. */
@ApplicationScoped
class MediaIntake {

    private static final int LONGEST_NAME = 240;

    private final IncomingFiles incoming;
    private final MediaStorage storage;
    private final MediaLibrary library;

    MediaIntake(IncomingFiles incoming, MediaStorage storage, MediaLibrary library) {
        this.incoming = incoming;
        this.storage = storage;
        this.library = library;
    }

    /** @param type what it is said to be; its content must be that */
    Uni<Media> receive(String name, FileType type, Multi<Buffer> content) {
        return incoming.receive(content, type.kind().longest())
                .chain(received -> keep(name, type, received).onFailure().call(() -> incoming.delete(received.path())));
    }

    private Uni<Media> keep(String name, FileType type, Received received) {
        check(type, received);
        String file = UUID.randomUUID().toString();
        return storage.keep(received.path(), file)
                .chain(() -> library.add(shortened(name, type), type, received, file))
                .onFailure()
                .call(() -> storage.forget(file));
    }

    Uni<Void> delete(long id) {
        return library.get(id)
                .call(() -> library.campaignOf(id).invoke(MediaIntake::requireUnused))
                .chain(media -> library.delete(id).chain(() -> storage.forget(media.file())));
    }

    private static void check(FileType type, Received received) {
        if (received.size() == 0) {
            throw Problems.invalid("file", "is empty");
        }
        FileType found = FileType.of(received.head())
                .orElseThrow(
                        () -> Problems.invalid("file", "is not what it says: its content is no " + type.contentType()));
        if (found != type) {
            throw Problems.invalid(
                    "file",
                    "is not what it says: its content is " + found.contentType() + " and no " + type.contentType());
        }
        String problem = Colours.problem(type, received.head());
        if (problem != null) {
            throw Problems.invalid("file", problem);
        }
    }

    private static String shortened(String name, FileType type) {
        if (name == null || name.isBlank()) {
            return type.name().toLowerCase();
        }
        String plain = name.strip().replaceAll("[\\p{Cntrl}/\\\\]", "_");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }

    private static void requireUnused(Long campaign) {
        if (campaign != null) {
            throw Problems.conflict("media-in-use", "Campaign " + campaign + " shows this file");
        }
    }
}
