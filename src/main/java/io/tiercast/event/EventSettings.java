package io.tiercast.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long it is known what people did. */
@ConfigMapping(prefix = "tiercast.events")
interface EventSettings {

    /** Older events are dropped, and accepted no more. */
    @WithDefault("P400D")
    Duration retention();

    /** How far ahead of ours the clock of whoever tells may be. */
    @WithDefault("PT5M")
    Duration clockSkew();
}
