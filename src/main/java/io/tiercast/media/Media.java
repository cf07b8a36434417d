package io.tiercast.media;

import java.time.Instant;

/**
 * A file that campaigns show.
 *
 * @param size in bytes
 * @param sha256 of the content, in hexadecimal
 * @param file what the storage knows it by
 */
public record Media(
        long id,
        String name,
        MediaKind kind,
        String contentType,
        long size,
        String sha256,
        String file,
        Instant createdAt) {}
