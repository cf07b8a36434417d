package io.tiercast.message;

/**
 * Tells audiences apart: the same for the same people, of whom the same are skipped, in whatever order they were found. A check on
 * what was looked at before a launch, no proof against forgery.
 *
 * @param digest of which the lower 63 bits count
 */
public record AudienceHash(long digest) {

    /** Sixteen hexadecimal digits. */
    @Override
    public String toString() {
        return "%016x".formatted(digest & Long.MAX_VALUE);
    }
}
