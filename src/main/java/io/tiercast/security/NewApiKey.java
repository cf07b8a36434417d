package io.tiercast.security;

import java.time.Instant;

/**
 * A key that was just created.
 *
 * @param key the secret itself, shown only this once
 */
public record NewApiKey(long id, String name, Scope scope, String createdBy, Instant createdAt, String key) {

    static NewApiKey of(ApiKeyView view, String key) {
        return new NewApiKey(view.id(), view.name(), view.scope(), view.createdBy(), view.createdAt(), key);
    }

    /** A record would print the key. */
    @Override
    public String toString() {
        return "NewApiKey[id=" + id + "]";
    }
}
