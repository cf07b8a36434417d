package io.tiercast.hook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** When a post that failed is tried again: soon at first, for about a day in all. */
final class Backoff {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(8));

    /** Up to so much of a pause is added, so that not all come back at once. */
    private static final double SPREAD = 0.1;

    private Backoff() {}

    /** The pause after so many attempts; empty: it is given up. */
    static Optional<Duration> after(int attempts) {
        return attempts > PAUSES.size() ? Optional.empty() : Optional.of(spread(PAUSES.get(attempts - 1)));
    }

    private static Duration spread(Duration pause) {
        return pause.plusMillis(
                (long) (pause.toMillis() * SPREAD * ThreadLocalRandom.current().nextDouble()));
    }
}
