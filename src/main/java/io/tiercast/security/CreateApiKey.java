package io.tiercast.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A key for a program.
 *
 * @param name unique among the keys in use
 */
public record CreateApiKey(
        @NotBlank @Size(max = 100) String name, @NotNull Scope scope) {}
