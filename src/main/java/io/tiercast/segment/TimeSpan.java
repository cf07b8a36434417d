package io.tiercast.segment;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** An ISO 8601 duration such as {@code P30D}, {@code P1M} or {@code PT12H}: its days and months are those of the calendar. */
record TimeSpan(Period period, Duration time) {

    private static final int MOST_YEARS = 100;

    /** Empty if the text is none, or if it is nothing, negative or longer than 100 years. */
    static Optional<TimeSpan> parse(String text) {
        try {
            int t = text.indexOf('T');
            String days = t < 0 ? text : text.substring(0, t);
            TimeSpan span = new TimeSpan(
                    days.equals("P") ? Period.ZERO : Period.parse(days),
                    t < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(t)));
            return span.isSensible() ? Optional.of(span) : Optional.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    Instant before(Instant now, ZoneId zone) {
        ZonedDateTime here = now.atZone(zone);
        return here.minus(period).minus(time).toInstant();
    }

    private boolean isSensible() {
        LocalDate origin = LocalDate.EPOCH;
        boolean shortEnough = !origin.plus(period).isAfter(origin.plusYears(MOST_YEARS))
                && time.compareTo(Duration.ofDays(MOST_YEARS * 365L)) <= 0;
        boolean something = !period.isZero() || !time.isZero();
        return shortEnough && something && !period.isNegative() && !time.isNegative();
    }
}
