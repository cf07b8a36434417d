package io.tiercast.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the sandbox shares with the application that talks to it: whether it is wanted at all, and the app secret. */
@ApplicationScoped
class MetaSettings {

    @ConfigProperty(name = "tiercast.meta.base-url")
    Optional<String> baseUrl;

    @ConfigProperty(name = "tiercast.meta.app-secret")
    Optional<String> appSecret;

    /** The sandbox stands in only where no other Meta is named. */
    boolean sandboxed() {
        return baseUrl.filter(url -> !url.isBlank()).isEmpty();
    }

    /** The first of a comma-separated list: during a rotation Meta signs with one of them. */
    String signingSecret() {
        return appSecret
                .map(list -> list.split(",")[0].strip())
                .filter(secret -> !secret.isEmpty())
                .orElseThrow(() -> new IllegalStateException("tiercast.meta.app-secret is not set"));
    }
}
