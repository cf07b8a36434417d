package io.tiercast.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When silence counts as proof that a message did not arrive. */
@ConfigMapping(prefix = "tiercast.dispatch")
public interface DispatchConfig {

    /** Meta's statuses are waited for at least this long. */
    @WithDefault("PT15M")
    Duration inDoubtMinAge();

    /** So many accepted messages around it have to be there for comparison. */
    @WithDefault("50")
    int inDoubtNeighbours();

    /** And this share of them must have a status. */
    @WithDefault("0.999")
    double inDoubtShare();
}
