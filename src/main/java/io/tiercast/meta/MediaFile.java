package io.tiercast.meta;

import java.nio.file.Path;

/**
 * A file to be brought to Meta.
 *
 * @param size in bytes
 */
public record MediaFile(Path path, String name, String contentType, long size) {}
