package io.tiercast.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void thePausesGrowAndFillADay() {
        Duration whole = IntStream.rangeClosed(1, 10)
                .mapToObj(attempts -> Backoff.after(attempts).orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);
        assertTrue(Backoff.after(1).orElseThrow().compareTo(Duration.ofSeconds(6)) < 0);
        assertTrue(
                whole.compareTo(Duration.ofHours(23)) > 0 && whole.compareTo(Duration.ofHours(27)) < 0,
                whole::toString);
        assertEquals(Optional.empty(), Backoff.after(11));
    }
}
