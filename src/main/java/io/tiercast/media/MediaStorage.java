package io.tiercast.media;

import io.smallrye.mutiny.Uni;
import java.nio.file.Path;

/** Keeps files by their names. */
interface MediaStorage {

    /** Takes the received file over: it is safe once this completes, and no longer where it was. */
    Uni<Void> keep(Path received, String file);

    /** Where the file can be read on this machine. */
    Uni<Path> path(String file);

    Uni<Void> forget(String file);
}
