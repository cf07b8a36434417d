package io.tiercast.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A person who wants to come in. */
public record LogIn(
        @NotBlank @Size(max = 100) String username,
        @NotNull @Size(max = 200) String password) {

    /** A record would print it. */
    @Override
    public String toString() {
        return "LogIn[username=" + username + "]";
    }
}
