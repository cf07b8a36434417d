package io.tiercast.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tiercast.campaign.SafetyRules.Broken;
import io.tiercast.campaign.SafetyRules.Facts;
import io.tiercast.campaign.SafetyRules.Outcomes;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetyRulesTest {

    private static final Outcomes FINE = new Outcomes(0, 1000, 0, 900);

    @ParameterizedTest
    @CsvSource({
        // share, failed, of, rule
        "0.2, 200, 1000, FAILURE_SHARE",
        "0.2, 199, 1000, NONE",
        "0.2, 10, 50, FAILURE_SHARE",
        "0.2, 49, 49, NONE",
        ", 1000, 1000, NONE",
    })
    void pausesAtAShareOfFailuresOnceThereAreEnough(Double share, long failed, long of, String rule) {
        assertEquals(
                rule,
                broken(
                        new Facts(share, null, null, false, List.of(), "GREEN", "GREEN", "MARKETING", null),
                        new Outcomes(failed, of, 0, 0)));
    }

    @ParameterizedTest
    @CsvSource({"0.02, 20, 1000, OPT_OUT_SHARE", "0.02, 19, 1000, NONE", "0.02, 40, 40, NONE", ", 900, 1000, NONE"})
    void pausesAtAShareOfOptOutsAmongThoseReached(Double share, long optedOut, long reached, String rule) {
        assertEquals(
                rule,
                broken(
                        new Facts(null, share, null, false, List.of(), "GREEN", "GREEN", "MARKETING", null),
                        new Outcomes(0, 5000, optedOut, reached)));
    }

    @ParameterizedTest
    @CsvSource({
        // wanted, category, number, template, rule
        ", MARKETING, RED, GREEN, QUALITY_RED",
        ", MARKETING, GREEN, RED, QUALITY_RED",
        ", MARKETING, YELLOW, UNKNOWN, NONE",
        ", UTILITY, RED, RED, NONE",
        "true, UTILITY, RED, GREEN, QUALITY_RED",
        "false, MARKETING, RED, RED, NONE",
    })
    void pausesMarketingAtRedUnlessSaidOtherwise(
            Boolean wanted, String category, String number, String template, String rule) {
        assertEquals(
                rule, broken(new Facts(null, null, wanted, false, List.of(), number, template, category, null), FINE));
    }

    @ParameterizedTest
    @CsvSource({
        "true, MARKETING, UTILITY, CATEGORY_CHANGE",
        "true, MARKETING, MARKETING, NONE",
        "true, MARKETING, , NONE",
        "false, MARKETING, UTILITY, NONE",
    })
    void pausesAtAChangeOfCategoryIfWanted(boolean wanted, String category, String former, String rule) {
        assertEquals(
                rule, broken(new Facts(null, null, null, wanted, List.of(), "GREEN", "GREEN", category, former), FINE));
    }

    @ParameterizedTest
    @CsvSource({"QUALITY_RED, FAILURE_SHARE", "FAILURE_SHARE, QUALITY_RED", "CATEGORY_CHANGE, QUALITY_RED"})
    void whatAPersonHasOverruledPausesNoMore(String overruled, String rule) {
        assertEquals(
                rule,
                broken(
                        new Facts(0.1, null, null, false, List.of(overruled), "RED", "GREEN", "MARKETING", null),
                        new Outcomes(500, 1000, 0, 400)));
    }

    private static String broken(Facts facts, Outcomes seen) {
        Broken broken = SafetyRules.broken(facts, seen);
        return broken == null ? "NONE" : broken.code();
    }
}
