package io.tiercast.security;

import java.time.Instant;

/**
 * A key by which a program comes in.
 *
 * @param bootstrap it is the one of the configuration
 */
public record ApiKeyView(long id, String name, Scope scope, boolean bootstrap, String createdBy, Instant createdAt) {}
