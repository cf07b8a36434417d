package io.tiercast.campaign;

import io.tiercast.campaign.Plan.Schedule;
import io.tiercast.campaign.Plan.ScheduleType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/** Reads schedules: wall-clock time in a zone. */
final class Schedules {

    private Schedules() {}

    /**
     * When it starts; null for at once. In a gap of the clock it is the first valid instant, in an overlap the earlier one.
     *
     * @throws DateTimeException if {@code at} or {@code timezone} is no time or zone
     */
    static Instant startOf(Schedule schedule) {
        if (schedule.type() == ScheduleType.NOW) {
            return null;
        }
        LocalDateTime at = LocalDateTime.parse(schedule.at());
        ZoneId zone = ZoneId.of(schedule.timezone());
        ZoneOffsetTransition change = zone.getRules().getTransition(at);
        return change != null && change.isGap()
                ? change.getInstant()
                : ZonedDateTime.of(at, zone).withEarlierOffsetAtOverlap().toInstant();
    }
}
