package io.tiercast.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often the start of each campaign failed here. A try that fails is followed by a longer and longer pause: what passes by itself,
 * such as a restart of the database or a quarter of an hour without Meta, costs no campaign its start, and what does not is given up.
 */
@ApplicationScoped
class StartTries {

    private static final int MOST = 12;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    /** Of campaigns that were cancelled meanwhile, which nobody asks for again. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private record Failed(int times, Instant next) {

        static final Failed NEVER = new Failed(0, Instant.MIN);
    }

    private final Clock clock;
    private final Map<Long, Failed> failed = new ConcurrentHashMap<>();

    StartTries(Clock clock) {
        this.clock = clock;
    }

    boolean due(long id) {
        return !clock.instant().isBefore(of(id).next());
    }

    /** Whether no other try follows the one that is under way. */
    boolean last(long id) {
        return of(id).times() + 1 >= MOST;
    }

    void failed(long id) {
        Instant now = clock.instant();
        failed.values().removeIf(old -> old.next().isBefore(now.minus(REMEMBERED)));
        int times = of(id).times() + 1;
        failed.put(id, new Failed(times, now.plus(pause(times))));
    }

    void forget(long id) {
        failed.remove(id);
    }

    private Failed of(long id) {
        return failed.getOrDefault(id, Failed.NEVER);
    }

    private static Duration pause(int times) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(times - 1, MOST));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
