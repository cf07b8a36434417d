package io.tiercast.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Time and chance of a simulation: what happens when is decided by the seed alone. */
final class World {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private record Event(long at, long number, Runnable what) {}

    final Random random;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private long nanos;
    private long numbers;

    World(long seed) {
        random = new Random(seed);
    }

    long nanos() {
        return nanos;
    }

    long millis() {
        return START.toEpochMilli() + TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    Instant instant() {
        return START.plusNanos(nanos);
    }

    void in(Duration delay, Runnable what) {
        events.add(new Event(nanos + delay.toNanos(), numbers++, what));
    }

    /** After up to this long. */
    void within(Duration delay, Runnable what) {
        in(Duration.ofNanos((long) (random.nextDouble() * delay.toNanos())), what);
    }

    /** @param perMille how often in a thousand times */
    boolean chance(int perMille) {
        return random.nextInt(1000) < perMille;
    }

    /** Goes on to the next thing that happens. */
    void step() {
        Event event = events.remove();
        nanos = event.at;
        event.what.run();
    }
}
