package io.tiercast.security;

import java.util.Set;

/** What a caller may do. ADMIN includes READ. */
public enum Scope {
    READ,
    ADMIN;

    Set<String> roles() {
        return this == ADMIN ? Set.of("READ", "ADMIN") : Set.of("READ");
    }
}
