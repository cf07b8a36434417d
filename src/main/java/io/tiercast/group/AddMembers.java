package io.tiercast.group;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Existing contacts to add, by their ids or by their phones: one of the two. */
public record AddMembers(
        @Size(max = 10_000) List<@NotNull Long> contactIds,
        @Size(max = 10_000) List<@NotNull String> phones) {}
