package io.tiercast.sender;

import java.time.Instant;

/**
 * What Meta forbids the account of a number.
 *
 * @param message in plain words
 * @param category of templates that it concerns; null: all
 * @param until when it ends by itself; null: when Meta lifts it
 */
public record Restriction(String message, String category, Instant since, Instant until) {

    /** Whether messages of a category may not be sent at this moment. */
    public boolean forbids(String otherCategory, Instant now) {
        return (until == null || now.isBefore(until)) && (category == null || category.equals(otherCategory));
    }
}
