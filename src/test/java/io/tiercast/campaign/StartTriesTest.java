package io.tiercast.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StartTriesTest {

    private static final long CAMPAIGN = 7;

    private static final class Turned extends Clock {
        private Instant now = Instant.parse("2026-11-21T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Turned clock = new Turned();
    private final StartTries tries = new StartTries(clock);

    @Test
    void whatNeverFailedIsDueAtOnceAndWhatFailedOnlyAfterAPause() {
        assertTrue(tries.due(CAMPAIGN));
        tries.failed(CAMPAIGN);
        assertFalse(tries.due(CAMPAIGN));
        assertTrue(tries.due(CAMPAIGN + 1));
        clock.now = clock.now.plusSeconds(5);
        assertTrue(tries.due(CAMPAIGN));
    }

    @Test
    void aStartIsGivenUpAfterAQuarterOfAnHour() {
        Instant first = clock.now;
        while (!tries.last(CAMPAIGN)) {
            tries.failed(CAMPAIGN);
            while (!tries.due(CAMPAIGN)) {
                clock.now = clock.now.plusSeconds(1);
            }
        }
        Duration tried = Duration.between(first, clock.now);
        assertEquals(15, tried.toMinutes(), 2, () -> "given up after " + tried);
    }

    @Test
    void whatIsForgottenBeginsAnew() {
        tries.failed(CAMPAIGN);
        tries.forget(CAMPAIGN);
        assertTrue(tries.due(CAMPAIGN));
    }
}
