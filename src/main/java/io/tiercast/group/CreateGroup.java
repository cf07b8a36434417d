package io.tiercast.group;

import jakarta.validation.constraints.NotNull;

/** What a group is made of or replaced by. */
public record CreateGroup(@NotNull String name) {}
