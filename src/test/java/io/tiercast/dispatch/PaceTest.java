package io.tiercast.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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

    /** The machine comes late by some milliseconds each time, by up to 100 every third second; requests take up to 20 ms longer than others. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 20, 79.5, 80, 1_000, 3_000})
    void nearlyAllOfTheRateIsUsedAndNoSecondAtMetaEverHoldsMore(double perSecond) {
        Pace pace = new Pace(perSecond, 0);
        Random random = new Random(7);
        List<Long> arrivals = new ArrayList<>();

        for (long now = 0; now < 60 * SECOND; now += late(random)) {
            while (pace.take(now)) {
                arrivals.add(now + random.nextInt((int) (20 * MILLI)));
            }
        }

        assertTrue(arrivals.size() >= 0.97 * 60 * perSecond - 1, arrivals.size() + " sent");
        assertTrue(mostInASecond(arrivals) <= Math.ceil(perSecond), mostInASecond(arrivals) + " in one second");
    }

    private static long late(Random random) {
        long usual = MILLI / 2 + random.nextInt((int) (3 * MILLI));
        return random.nextInt(1_500) == 0 ? random.nextInt((int) (100 * MILLI)) : usual;
    }

    private static int mostInASecond(List<Long> arrivals) {
        Deque<Long> lastSecond = new ArrayDeque<>();
        int most = 0;
        for (long arrival : arrivals.stream().sorted().toList()) {
            lastSecond.addLast(arrival);
            while (lastSecond.getFirst() <= arrival - SECOND) {
                lastSecond.removeFirst();
            }
            most = Math.max(most, lastSecond.size());
        }
        return most;
    }

    @Test
    void whatWasMissedIsMadeUpForButNotAtOnce() {
        Pace pace = new Pace(1_000, 0);
        takenFrom(pace, 0, 3_000);
        int onTime = takenFrom(pace, 3_000, 4_000);
        int late = takenFrom(pace, 4_200, 5_000);

        assertEquals(980, onTime, 2);
        assertTrue(late >= 970, late + " in the 800 ms after a gap");
    }

    /** @return messages that went out, asked for in each millisecond of this time */
    private static int takenFrom(Pace pace, int fromMillis, int toMillis) {
        int taken = 0;
        for (long now = fromMillis * MILLI; now < toMillis * MILLI; now += MILLI) {
            while (pace.take(now)) {
                taken++;
            }
        }
        return taken;
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

        assertTrue(burst <= 1, burst + " at once");
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
