package io.tiercast.sandbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where and how the sandbox calls back. Everything people turn while it runs is in {@link Knobs}. */
@ConfigMapping(prefix = "tiercast.sandbox")
interface SandboxSettings {

    /** The receiver of the webhooks; by default the application itself. */
    Optional<String> webhookUrl();

    /** The most updates in one POST; Meta goes up to 1,000. */
    @WithDefault("250")
    int webhookBatch();

    /** POSTs at the same time. */
    @WithDefault("4")
    int webhookConcurrency();

    @WithDefault("PT10S")
    Duration webhookTimeout();
}
