package io.tiercast.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    @Test
    void startsEmpty() {
        assertFalse(new Pace(80, 0).take(0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 20, 80, 1_000})
    void nearlyAllOfTheRateIsUsedAndNoSecondEverHoldsMore(double perSecond) {
        Pace pace = new Pace(perSecond, 0);
        Deque<Long> lastSecond = new ArrayDeque<>();
        Random jitter = new Random(7);
        long sent = 0;
        int mostInASecond = 0;

        for (long now = 0; now < 60 * SECOND; now += MILLI / 2 + jitter.nextInt((int) (3 * MILLI))) {
            while (pace.take(now)) {
                sent++;
                lastSecond.addLast(now);
            }
            while (!lastSecond.isEmpty() && lastSecond.getFirst() <= now - SECOND) {
                lastSecond.removeFirst();
            }
            mostInASecond = Math.max(mostInASecond, lastSecond.size());
        }

        assertTrue(sent >= 0.97 * 60 * perSecond - 1, sent + " sent");
        assertTrue(mostInASecond <= perSecond, mostInASecond + " in one second");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-12, Double.MIN_VALUE})
    void aRateBelowAnyUseSendsNoFasterForIt(double perSecond) {
        Pace pace = new Pace(perSecond, SECOND);
        assertFalse(pace.take(60 * SECOND));
    }

    @Test
    void aLongIdleTimeSavesUpNoBurst() {
        Pace pace = new Pace(1_000, 0);
        int burst = 0;
        while (pace.take(30 * SECOND)) {
            burst++;
        }

        assertTrue(burst <= 6, burst + " at once");
    }

    @Test
    void manyRefusalsAtOnceSlowItDownOnlyOnce() {
        Pace pace = new Pace(100, 0);
        for (int i = 0; i < 50; i++) {
            pace.throttled(5 * SECOND + i * MILLI);
        }

        assertEquals(70, pace.effectivePerSecond(), 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"1,75", "3,85", "20,100"})
    void quietSecondsMakeItFasterAgainUpToTheRate(int seconds, double expected) {
        Pace pace = new Pace(100, 0);
        pace.throttled(5 * SECOND);
        for (int second = 1; second <= seconds; second++) {
            pace.recover((5 + second) * SECOND);
        }

        assertEquals(expected, pace.effectivePerSecond(), 1e-6);
    }

    @Test
    void aNewRateCountsAtOnce() {
        Pace pace = new Pace(80, 0);
        pace.rate(1_000);

        assertEquals(1_000, pace.effectivePerSecond());
    }
}
