package io.tiercast.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;

/** How people and programs come in. */
@ConfigMapping(prefix = "tiercast")
public interface AccessSettings {

    /** An API key of scope ADMIN with this value exists from the first start. */
    Optional<@Size(min = 32, message = "TIERCAST_BOOTSTRAP_API_KEY must have 32 characters or more") String>
            bootstrapApiKey();

    /** The password of the first user, {@code admin}. Unset: a generated one is printed once. bcrypt reads 72 bytes. */
    Optional<@Size(max = 72, message = "TIERCAST_ADMIN_PASSWORD must have at most 72 characters") String>
            adminPassword();

    Session session();

    interface Session {

        /** A session ends after this time without a request. */
        @WithDefault("PT12H")
        Duration idle();

        /** A session ends this long after logging in, used or not. */
        @WithDefault("P14D")
        Duration lifetime();

        default double idleSeconds() {
            return idle().toSeconds();
        }

        default double lifetimeSeconds() {
            return lifetime().toSeconds();
        }
    }
}
