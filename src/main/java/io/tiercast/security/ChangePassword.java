package io.tiercast.security;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A new password for the user who is logged in. bcrypt reads 72 bytes, so that no more are taken. */
public record ChangePassword(
        @NotNull @Size(max = 200) String current,
        @NotNull @Size(min = 8, max = 72) String password) {

    /** A record would print them. */
    @Override
    public String toString() {
        return "ChangePassword";
    }
}
