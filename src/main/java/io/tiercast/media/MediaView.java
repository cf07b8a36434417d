package io.tiercast.media;

import java.time.Instant;

/**
 * A file that campaigns show.
 *
 * @param size in bytes
 * @param sha256 of the content, in hexadecimal
 */
public record MediaView(
        long id, String name, MediaKind kind, String contentType, long size, String sha256, Instant createdAt) {

    static MediaView of(Media media) {
        return new MediaView(
                media.id(),
                media.name(),
                media.kind(),
                media.contentType(),
                media.size(),
                media.sha256(),
                media.createdAt());
    }
}
