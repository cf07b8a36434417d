package io.tiercast.message;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Meta delivers no marketing templates to numbers of the United States since 1 April 2025 and has named no end. Sent all the
 * same they would fail one by one (131049) and cost quality.
 */
@ConfigMapping(prefix = "tiercast.rules.us-marketing")
public interface UsMarketing {

    /** Whether people there are left out of marketing campaigns. */
    @WithDefault("true")
    boolean skipped();

    @WithDefault("2025-04-01")
    LocalDate since();

    /** The first day on which Meta delivers again; unset: not known. */
    Optional<LocalDate> until();

    /** By the day in UTC. */
    default boolean skipped(Clock clock) {
        return skippedOn(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    default boolean skippedOn(LocalDate day) {
        return skipped() && !day.isBefore(since()) && until().map(day::isBefore).orElse(true);
    }
}
