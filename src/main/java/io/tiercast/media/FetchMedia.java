package io.tiercast.media;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A file to be fetched from where it lies.
 *
 * @param url with https://, on the public internet
 * @param name null: the last part of the link
 */
public record FetchMedia(
        @NotBlank @Size(max = 2000) String url,
        @Size(max = 240) String name) {}
