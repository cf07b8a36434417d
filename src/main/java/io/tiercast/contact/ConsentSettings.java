package io.tiercast.contact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How consent comes about. */
@ConfigMapping(prefix = "tiercast.consent")
public interface ConsentSettings {

    /** Whether an opt-in to marketing, however it is given, counts only once the person has confirmed it. */
    @WithDefault("false")
    boolean doubleOptIn();
}
