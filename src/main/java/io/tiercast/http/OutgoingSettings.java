package io.tiercast.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What we call on the word of our users. */
@ConfigMapping(prefix = "tiercast.outgoing")
public interface OutgoingSettings {

    /** Whether addresses of the own network, and plain http, are called as well: for tests, and providers behind the same wall. */
    @WithDefault("false")
    boolean privateAddresses();
}
