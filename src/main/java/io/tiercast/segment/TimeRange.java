package io.tiercast.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The time that a condition speaks of, to the microsecond as PostgreSQL keeps it. A date stands for its whole day.
 *
 * @param from the first moment; null: since ever
 * @param until the first moment after it; null: for ever
 */
record TimeRange(Instant from, Instant until) {

    static TimeRange of(Operator op, Object value, ZoneId zone, Instant now) {
        return switch (op) {
            case EQ -> of(value, zone);
            case GT -> new TimeRange(of(value, zone).until, null);
            case GTE -> new TimeRange(of(value, zone).from, null);
            case LT -> new TimeRange(null, of(value, zone).from);
            case LTE -> new TimeRange(null, of(value, zone).until);
            case BETWEEN -> between((List<?>) value, zone);
            case WITHIN_LAST -> last((String) value, zone, now);
            default -> throw new IllegalArgumentException(op + " compares no times");
        };
    }

    /** From so long ago until now. */
    static TimeRange last(String span, ZoneId zone, Instant now) {
        Instant from = TimeSpan.parse(span).orElseThrow().before(now, zone);
        return new TimeRange(micros(from), after(micros(now)));
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static TimeRange between(List<?> ends, ZoneId zone) {
        return new TimeRange(of(ends.get(0), zone).from, of(ends.get(1), zone).until);
    }

    private static TimeRange of(Object value, ZoneId zone) {
        return Values.date(value).map(date -> day(date, zone)).orElseGet(() -> moment(value));
    }

    private static TimeRange day(LocalDate date, ZoneId zone) {
        return new TimeRange(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static TimeRange moment(Object value) {
        Instant moment = micros(Values.instant(value).orElseThrow());
        return new TimeRange(moment, after(moment));
    }

    private static Instant after(Instant moment) {
        return moment.plus(1, ChronoUnit.MICROS);
    }

    private static Instant micros(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }
}
