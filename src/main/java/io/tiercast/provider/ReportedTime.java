package io.tiercast.provider;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads a time as providers write it. */
final class ReportedTime {

    /** Later than any second that can be meant, earlier than any millisecond. */
    private static final long SECONDS_END = 32_503_680_000L;

    /** Beyond, no calendar is meant, and the database may not hold it. */
    private static final Instant END = Instant.ofEpochSecond(SECONDS_END);

    private ReportedTime() {}

    /** Seconds or milliseconds since 1970, or ISO 8601 with its offset; null where it is none of them. */
    static Instant of(String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant time = text.matches("[1-9][0-9]{0,14}")
                    ? ofNumber(Long.parseLong(text))
                    : OffsetDateTime.parse(text).toInstant();
            return time.isAfter(Instant.EPOCH) && time.isBefore(END) ? time : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant ofNumber(long number) {
        return number < SECONDS_END ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }
}
