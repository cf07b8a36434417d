package io.tiercast.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorCatalogueTest {

    @ParameterizedTest
    @CsvSource({
        "0, STOP_SENDER",
        "2, RETRY",
        "4, THROTTLE",
        "100, CONFIGURATION",
        "190, STOP_SENDER",
        "200, STOP_SENDER",
        "245, STOP_SENDER",
        "299, STOP_SENDER",
        "300, PERMANENT",
        "130429, THROTTLE",
        "130472, PERMANENT",
        "131026, PERMANENT",
        "131048, STOP_SENDER",
        "131049, DEFER",
        "131056, DEFER",
        "131057, THROTTLE",
        "131215, CONFIGURATION",
        "132001, PAUSE_CAMPAIGN",
        "132015, PAUSE_CAMPAIGN",
        "133004, RETRY",
        "141010, CONFIGURATION",
        "-7, PERMANENT",
        "999999, PERMANENT"
    })
    void classOfACode(int code, ErrorClass expected) {
        assertEquals(expected, ErrorCatalogue.of(code).errorClass());
    }

    @Test
    void aMarketingCapWaitsADay() {
        assertEquals(Duration.ofHours(24), ErrorCatalogue.of(131049).retryAfter());
    }

    @Test
    void aStopIsRememberedForMarketingAlone() {
        assertEquals(ErrorCode.Suppression.MARKETING, ErrorCatalogue.of(131050).suppress());
    }

    @Test
    void anUnknownCodeKeepsItsNumber() {
        assertEquals(999999, ErrorCatalogue.of(999999).code());
    }

    @Test
    void everyEntrySaysWhatItMeansAndWhatToDo() {
        assertTrue(ErrorCatalogue.all().size() > 80);
        for (ErrorCode code : ErrorCatalogue.all()) {
            assertFalse(code.meaning().isBlank() || code.advice().isBlank(), "code " + code.code());
        }
    }
}
