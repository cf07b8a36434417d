package io.tiercast.segment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** What a segment is made of or replaced by. */
public record CreateSegment(
        @NotNull String name, @NotNull @Valid Filter filter) {}
