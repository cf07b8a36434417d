package io.tiercast.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.tiercast.campaign.Plan.Schedule;
import io.tiercast.campaign.Plan.ScheduleType;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulesTest {

    @Test
    void nowHasNoTime() {
        assertNull(Schedules.startOf(new Schedule(ScheduleType.NOW, null, null)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T10:00, Asia/Kolkata, 2026-12-01T04:30:00Z",
        "2026-12-01T10:00, America/Sao_Paulo, 2026-12-01T13:00:00Z",
        // The clock jumps from 02:00 to 03:00: the first valid instant.
        "2026-03-29T02:30, Europe/Berlin, 2026-03-29T01:00:00Z",
        // The hour from 02:00 comes twice: the earlier one.
        "2026-10-25T02:30, Europe/Berlin, 2026-10-25T00:30:00Z",
    })
    void wallClockTimeIsReadInItsZone(String at, String zone, Instant start) {
        assertEquals(start, Schedules.startOf(new Schedule(ScheduleType.AT, at, zone)));
    }
}
