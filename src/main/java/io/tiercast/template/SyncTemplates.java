package io.tiercast.template;

import jakarta.validation.constraints.NotNull;

/** @param senderId any number of the account */
public record SyncTemplates(@NotNull Long senderId) {}
