package io.tiercast.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagingLimitTest {

    @ParameterizedTest
    @CsvSource({
        "TIER_50, 50",
        "TIER_250, 250",
        "TIER_1K, 1000",
        "TIER_2K, 2000",
        "TIER_10K, 10000",
        "TIER_100K, 100000",
        "TIER_1M, 1000000",
        "2000, 2000",
        "2500000, 2500000",
        "tier_2k, 2000"
    })
    void everySpellingOfAFigure(String text, int recipients) {
        assertEquals(recipients, MessagingLimit.parse(text).recipients());
    }

    @ParameterizedTest
    @CsvSource({"TIER_UNLIMITED", "UNLIMITED", "-1"})
    void unlimitedIsNoFigure(String text) {
        assertEquals(MessagingLimit.UNLIMITED, MessagingLimit.parse(text));
    }

    @ParameterizedTest
    @CsvSource({",", "TIER_NOT_SET", "''", "99999999999", "TIER_9999999M"})
    void whatIsUnknownCountsAsTheLowest(String text) {
        assertEquals(MessagingLimit.LOWEST, MessagingLimit.parse(text));
    }
}
