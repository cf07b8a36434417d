package io.tiercast.people;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where files wait that are on their way in. */
@ConfigMapping(prefix = "tiercast")
interface PeopleSettings {

    /** The data directory, {@code TIERCAST_DATA_DIR}. */
    @WithDefault("data")
    String dataDir();
}
