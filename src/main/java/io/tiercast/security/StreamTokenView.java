package io.tiercast.security;

import java.time.Instant;

/**
 * Opens one stream, by {@code ?token=}, for reading.
 *
 * @param expiresAt the stream must be opened before; it then lives as long as the credential of whoever asked for the token
 */
public record StreamTokenView(String token, Instant expiresAt) {}
