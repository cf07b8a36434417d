package io.tiercast.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderLimitsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # limit, remaining, next release, messages, takes
                  -,         -,            -,      800, PT10S
               1000,      1000,            -,     1000, PT12.5S
               1000,      1000,            -,     1001, PT24H12.512S
                250,       250,            -,      751, P3DT9.387S
                250,         0,         PT2H,      250, PT2H3.125S
                250,         0,         PT2H,      251, P1DT2H3.137S
                250,         0,        PT-1H,      250, PT3.125S
                250,       100,         PT2H,      101, P1DT1.262S
            """)
    void whomTheLimitHasNoRoomForIsSentToOnALaterDay(
            Integer limit, Long remaining, Duration nextRelease, long messages, Duration takes) {
        Instant release = nextRelease == null ? null : NOW.plus(nextRelease);
        assertEquals(NOW.plus(takes), limits(limit, remaining, release).finish(NOW, messages, 80));
    }

    @Test
    void whoMaySendNothingIsNeverDone() {
        assertNull(limits(0, 0L, null).finish(NOW, 1, 80));
        assertNull(limits(null, null, null).finish(NOW, 1, 0));
    }

    private static SenderLimits limits(Integer limit, Long remaining, Instant nextRelease) {
        return new SenderLimits(limit, 0, 0, remaining, nextRelease, 80, 80, LimitedBy.NONE);
    }
}
