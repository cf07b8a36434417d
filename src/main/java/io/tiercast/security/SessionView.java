package io.tiercast.security;

/**
 * Who is logged in.
 *
 * @param csrfToken to be sent as {@code X-CSRF-Token} with every change; null for a caller with an API key
 * @param passwordChangeDue the password is still the one that was printed at the first start
 */
public record SessionView(String username, Scope scope, String csrfToken, boolean passwordChangeDue) {}
