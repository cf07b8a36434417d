package io.tiercast.people;

import io.tiercast.segment.Filter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Who to count.
 *
 * @param category of the message they would get, which decides what consent it takes; null: MARKETING
 */
public record PreviewSegment(@NotNull @Valid Filter filter, Category category) {

    public enum Category {
        MARKETING,
        UTILITY,
        AUTHENTICATION
    }

    public PreviewSegment {
        category = category == null ? Category.MARKETING : category;
    }
}
