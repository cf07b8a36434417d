package io.tiercast.segment;

import io.tiercast.contact.ConsentState;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the values of conditions. */
final class Values {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int LATEST_YEAR = 9_998;
    private static final Set<String> TIME_ZONES = ZoneId.getAvailableZoneIds();
    private static final List<String> CONSENTS =
            Stream.of(ConsentState.values()).map(Enum::name).toList();

    private Values() {}

    static boolean fits(Object value, Kind kind) {
        return switch (kind) {
            case TEXT, LIST -> value instanceof String;
            case NUMBER -> number(value).isPresent();
            case BOOLEAN -> value instanceof Boolean;
            case DATE -> date(value).isPresent();
            case TIME -> date(value).isPresent() || instant(value).isPresent();
            case CONSENT -> CONSENTS.contains(value);
        };
    }

    static Optional<BigDecimal> number(Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number) ? Optional.of(BigDecimal.valueOf(number)) : Optional.empty();
        }
        if (value instanceof BigInteger number) {
            return Optional.of(new BigDecimal(number));
        }
        return value instanceof Integer || value instanceof Long
                ? Optional.of(BigDecimal.valueOf(((Number) value).longValue()))
                : Optional.empty();
    }

    static Optional<LocalDate> date(Object value) {
        try {
            return value instanceof String text && DATE.matcher(text).matches()
                    ? Optional.of(LocalDate.parse(text)).filter(date -> isUsual(date.getYear()))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** With a zone or offset. */
    static Optional<Instant> instant(Object value) {
        try {
            return value instanceof String text
                    ? Optional.of(OffsetDateTime.parse(text))
                            .filter(time -> isUsual(time.getYear()))
                            .map(OffsetDateTime::toInstant)
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static boolean isTimeZone(String name) {
        return TIME_ZONES.contains(name);
    }

    /** UTC unless one is named. */
    static ZoneId zone(String name) {
        return name == null ? ZoneOffset.UTC : ZoneId.of(name);
    }

    private static boolean isUsual(int year) {
        return year >= 1 && year <= LATEST_YEAR;
    }
}
