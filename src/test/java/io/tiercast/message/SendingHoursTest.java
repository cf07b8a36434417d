package io.tiercast.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingHoursTest {

    private static final SendingHours WEEKDAYS_IN_KOLKATA =
            hours("09:00", "21:00", "Asia/Kolkata", "MON", "TUE", "WED", "THU", "FRI");
    private static final SendingHours NIGHTS_IN_BERLIN = hours("22:00", "02:00", "Europe/Berlin", "SAT");

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T03:29:59Z, false", // Monday 08:59:59
        "2026-11-23T03:30:00Z, true",
        "2026-11-23T15:29:59Z, true",
        "2026-11-23T15:30:00Z, false",
        "2026-11-22T06:00:00Z, false", // Sunday noon
    })
    void sendsFromTheFirstMinuteToBeforeTheLastOnItsDays(Instant at, boolean open) {
        assertEquals(open, WEEKDAYS_IN_KOLKATA.open(at));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T20:59:00Z, false", // Saturday 21:59
        "2026-11-21T21:00:00Z, true",
        "2026-11-22T00:59:00Z, true", // Sunday 01:59, still Saturday's night
        "2026-11-22T01:00:00Z, false",
        "2026-11-22T21:30:00Z, false", // Sunday night
    })
    void aNightBelongsToTheDayItBeginsOn(Instant at, boolean open) {
        assertEquals(open, NIGHTS_IN_BERLIN.open(at));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T05:00:00Z, 2026-11-23T05:00:00Z", // open already
        "2026-11-23T16:00:00Z, 2026-11-24T03:30:00Z", // tomorrow
        "2026-11-20T16:00:00Z, 2026-11-23T03:30:00Z", // Friday evening: Monday
    })
    void theNextOpeningIsTheFirstMomentThatItMaySend(Instant at, Instant opening) {
        assertEquals(opening, WEEKDAYS_IN_KOLKATA.nextOpening(at));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T05:00:00Z, PT1H, 2026-11-23T06:00:00Z",
        "2026-11-23T05:00:00Z, PT10H30M, 2026-11-23T15:30:00Z", // until they close
        "2026-11-23T05:00:00Z, PT11H, 2026-11-24T04:00:00Z", // the rest on the next day
        "2026-11-20T14:30:00Z, PT14H, 2026-11-24T04:30:00Z", // Friday evening, Monday, Tuesday
        "2026-11-22T06:00:00Z, PT0S, 2026-11-23T03:30:00Z",
        "2026-11-23T03:30:00Z, P3000D, ",
    })
    void sendingGoesOnWhenTheHoursOpenAgain(Instant begin, Duration sending, Instant end) {
        assertEquals(end, WEEKDAYS_IN_KOLKATA.after(begin, sending));
    }

    @Test
    void aNightIsCountedOverMidnight() {
        assertEquals(
                Instant.parse("2026-11-28T22:00:00Z"),
                NIGHTS_IN_BERLIN.after(Instant.parse("2026-11-22T00:30:00Z"), Duration.ofMinutes(90)));
    }

    private static SendingHours hours(String from, String to, String zone, String... days) {
        return SendingHours.of(new JsonObject()
                .put("from", from)
                .put("to", to)
                .put("timezone", zone)
                .put("days", JsonArray.of((Object[]) days)));
    }
}
