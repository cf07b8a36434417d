package io.tiercast.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final int MANY = 20_000;
    private static final Knobs LIVELY = new Knobs(
            1, 0, null, null, false, 0.2, 0.1, 0.6, 0.3, 0.1, 0.25, 0.5, 0.15, new Knobs.StatusDelay(100, 200, 300));

    @Test
    void theSameSeedAndRecipientAlwaysEndTheSame() {
        assertEquals(outcomes(1), outcomes(1));
    }

    @Test
    void anotherSeedTellsAnotherStory() {
        assertNotEquals(outcomes(1), outcomes(2));
    }

    @Test
    void sharesAreKeptWithinAPercent() {
        assertEquals(0.2, share(outcome -> outcome.reaches(Kind.FAILED)), 0.01);
        assertEquals(0.8 * 0.9, share(Outcome::isDelivered), 0.01);
        assertEquals(0.8 * 0.9 * 0.6, share(outcome -> outcome.reaches(Kind.READ)), 0.01);
        assertEquals(0.8 * 0.9 * 0.1, share(OutcomeTest::stops), 0.01);
        assertEquals(0.15, share(Outcome::answerLost), 0.01);
        assertEquals(0.25, share(OutcomeTest::isDoubled), 0.01);
    }

    @Test
    void turningOneKnobLeavesTheOtherDrawsAlone() {
        Knobs neverRead =
                new Knobs(1, 0, null, null, false, 0.2, 0.1, 0, 0.3, 0.1, 0.25, 0.5, 0.15, LIVELY.statusDelayMillis());
        for (long recipient = 0; recipient < 500; recipient++) {
            assertEquals(
                    decide(1, recipient, LIVELY).reaches(Kind.FAILED),
                    decide(1, recipient, neverRead).reaches(Kind.FAILED));
        }
    }

    @Test
    void whatFailsIsNeverDelivered() {
        outcomes(1).forEach(outcome -> assertFalse(outcome.reaches(Kind.FAILED) && outcome.isDelivered()));
    }

    @Test
    void thingsHappenInMetasOrderHoweverTheyAreTold() {
        for (Outcome outcome : outcomes(1)) {
            List<Kind> order = outcome.happenings().stream()
                    .filter(happening -> happening.kind().isStatus())
                    .sorted(Comparator.comparingLong(Happening::afterMillis))
                    .map(Happening::kind)
                    .distinct()
                    .toList();
            assertEquals(order.stream().sorted().toList(), order);
        }
    }

    @Test
    void halfOfThemAreToldInTheWrongOrder() {
        double wrong = outcomes(1).stream()
                        .filter(outcome -> outcome.reaches(Kind.READ) && outcome.reaches(Kind.DELIVERED))
                        .filter(outcome -> toldAt(outcome, Kind.READ) < toldAt(outcome, Kind.SENT))
                        .count()
                / (double) outcomes(1).stream()
                        .filter(outcome -> outcome.reaches(Kind.READ) && outcome.reaches(Kind.DELIVERED))
                        .count();
        assertEquals(0.5, wrong, 0.02);
    }

    @Test
    void marketingFailsForMoreReasonsThanUtility() {
        assertEquals(Set.of(131026, 130472), codes(true));
        assertEquals(Set.of(131026), codes(false));
    }

    @Test
    void aDeliveredMessageIsPricedTwiceAndAFailedOneAtMostOnce() {
        for (Outcome outcome : outcomes(1)) {
            long priced = outcome.happenings().stream()
                    .filter(outcome::isPriced)
                    .map(Happening::kind)
                    .distinct()
                    .count();
            assertTrue(outcome.isDelivered() ? priced == 2 : priced <= 1, outcome.toString());
        }
    }

    @Test
    void onlyATemplateWithQuickRepliesHasItsButtonPressed() {
        assertTrue(outcomes(1).stream().anyMatch(outcome -> outcome.reaches(Kind.BUTTON_REPLY)));
        assertTrue(LongStream.range(0, 5_000)
                .mapToObj(recipient -> Outcome.decide(1, recipient, true, null, LIVELY))
                .noneMatch(outcome -> outcome.reaches(Kind.BUTTON_REPLY)));
    }

    private static Outcome decide(long seed, long recipient, Knobs knobs) {
        return Outcome.decide(seed, 919_800_000_000L + recipient, true, "MORE", knobs);
    }

    private static List<Outcome> outcomes(long seed) {
        return LongStream.range(0, MANY)
                .mapToObj(recipient -> decide(seed, recipient, LIVELY))
                .toList();
    }

    private static double share(Predicate<Outcome> which) {
        return outcomes(1).stream().filter(which).count() / (double) MANY;
    }

    private static boolean stops(Outcome outcome) {
        return outcome.happenings().stream().anyMatch(happening -> "STOP".equals(happening.detail()));
    }

    private static boolean isDoubled(Outcome outcome) {
        return outcome.happenings().stream().map(Happening::kind).distinct().count()
                < outcome.happenings().size();
    }

    private static long toldAt(Outcome outcome, Kind kind) {
        return outcome.happenings().stream()
                .filter(happening -> happening.kind() == kind)
                .mapToLong(Happening::toldAfterMillis)
                .min()
                .orElseThrow();
    }

    private static Set<Integer> codes(boolean marketing) {
        return LongStream.range(0, 5_000)
                .mapToObj(recipient -> Outcome.decide(1, recipient, marketing, null, LIVELY))
                .flatMap(outcome -> outcome.happenings().stream())
                .filter(happening -> happening.kind() == Kind.FAILED)
                .map(Happening::code)
                .collect(Collectors.toSet());
    }
}
