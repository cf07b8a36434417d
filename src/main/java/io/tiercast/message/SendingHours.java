package io.tiercast.message;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * The hours of the week in which a campaign may send, on the wall clock of a zone. Hours that end before they begin run over
 * midnight and belong to the day they begin on.
 *
 * @param from first minute in which it sends
 * @param to first minute in which it does not
 */
public record SendingHours(LocalTime from, LocalTime to, Set<DayOfWeek> days, ZoneId zone) {

    private static final int DAYS_AHEAD = 9;
    private static final int MOST_SPANS = 2_000;

    /** Reads the stored form, {@code {"from":"09:00","to":"21:00","days":["MON",…],"timezone":"Asia/Kolkata"}}. */
    public static SendingHours of(JsonObject json) {
        return new SendingHours(
                LocalTime.parse(json.getString("from")),
                LocalTime.parse(json.getString("to")),
                days(json.getJsonArray("days")),
                ZoneId.of(json.getString("timezone")));
    }

    public boolean open(Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return within(at, day) || within(at, day.minusDays(1));
    }

    /** The next moment, not before {@code at}, at which it may send. */
    public Instant nextOpening(Instant at) {
        if (open(at)) {
            return at;
        }
        LocalDate today = at.atZone(zone).toLocalDate();
        return today.datesUntil(today.plusDays(DAYS_AHEAD))
                .filter(day -> days.contains(day.getDayOfWeek()))
                .map(this::opening)
                .filter(opening -> opening.isAfter(at))
                .findFirst()
                .orElseThrow();
    }

    /** When so much time of sending that begins then will have passed; null if that takes more than years. */
    public Instant after(Instant begin, Duration sending) {
        Instant at = begin;
        Duration left = sending;
        for (int span = 0; span < MOST_SPANS; span++) {
            at = nextOpening(at);
            Instant closing = closingAfter(at);
            Duration open = Duration.between(at, closing);
            if (left.compareTo(open) <= 0) {
                return at.plus(left);
            }
            left = left.minus(open);
            at = closing;
        }
        return null;
    }

    /** When the hours end that are open then. */
    private Instant closingAfter(Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return closing(within(at, day) ? day : day.minusDays(1));
    }

    private boolean within(Instant at, LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !at.isBefore(opening(day)) && at.isBefore(closing(day));
    }

    private Instant opening(LocalDate day) {
        return ZonedDateTime.of(day, from, zone).toInstant();
    }

    private Instant closing(LocalDate day) {
        return ZonedDateTime.of(to.isAfter(from) ? day : day.plusDays(1), to, zone)
                .toInstant();
    }

    private static Set<DayOfWeek> days(JsonArray names) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (names == null || names.isEmpty() || names.contains(day.name().substring(0, 3))) {
                days.add(day);
            }
        }
        return days;
    }
}
