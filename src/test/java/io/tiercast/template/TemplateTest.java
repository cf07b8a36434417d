package io.tiercast.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    @ParameterizedTest
    @CsvSource({
        "AUTHENTICATION, , PT10M",
        "AUTHENTICATION, 60, PT1M",
        "UTILITY, , P30D",
        "UTILITY, -1, P30D",
        "MARKETING, , P30D",
        "MARKETING, 43200, PT12H",
    })
    void aMessageLivesAsLongAsItsTemplateSaysOrElseItsCategory(String category, Integer seconds, Duration expected) {
        Template template = new Template(
                1,
                "waba",
                "1",
                "name",
                "en",
                category,
                null,
                "APPROVED",
                "GREEN",
                null,
                "POSITIONAL",
                null,
                seconds,
                null,
                null,
                null);

        assertEquals(expected, template.deliveredWithin());
    }
}
