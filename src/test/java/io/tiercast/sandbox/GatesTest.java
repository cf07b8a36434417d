package io.tiercast.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GatesTest {

    private static final long DAY = RecipientWindow.SPAN_MILLIS;

    @Test
    void anEvenStreamAtFullSpeedAlwaysPasses() {
        ThroughputGate gate = new ThroughputGate();
        assertTrue(LongStream.range(0, 8_000).allMatch(i -> gate.admits("1", 80, i * 1_000 / 80)));
    }

    @Test
    void aFasterStreamIsCutToTheSpeed() {
        ThroughputGate gate = new ThroughputGate();
        long passed =
                LongStream.range(0, 10_000).filter(i -> gate.admits("1", 80, i)).count();
        assertEquals(800, passed, 25);
    }

    @Test
    void eachNumberHasItsOwnSpeed() {
        ThroughputGate gate = new ThroughputGate();
        assertTrue(gate.admits("1", 1, 0));
        assertFalse(gate.admits("1", 1, 10));
        assertTrue(gate.admits("2", 1, 10));
    }

    @Test
    void fortyFiveToOnePersonAreLentAndPaidBackByWaiting() {
        PairGate gate = new PairGate();
        long passed =
                LongStream.range(0, 60).filter(i -> gate.admits("1", 91, i)).count();
        assertEquals(45, passed);
        assertFalse(gate.admits("1", 91, 5_000));
        assertTrue(gate.admits("1", 91, 6_100));
        assertTrue(gate.admits("1", 92, 70));
    }

    @Test
    void theWindowLetsGoAfterADay() {
        RecipientWindow window = new RecipientWindow();
        assertTrue(window.admits(1, 1, true, 0));
        assertFalse(window.admits(2, 1, true, DAY - 1));
        assertTrue(window.admits(2, 1, true, DAY));
    }

    @Test
    void writingAgainKeepsThePlaceForAnotherDay() {
        RecipientWindow window = new RecipientWindow();
        window.admits(1, 1, true, 0);
        assertTrue(window.admits(1, 1, true, DAY / 2));
        assertFalse(window.admits(2, 1, true, DAY));
    }

    @Test
    void whomAMessageDoesNotReachTakesNoPlace() {
        RecipientWindow window = new RecipientWindow();
        assertTrue(window.admits(1, 1, false, 0));
        assertTrue(window.admits(2, 1, true, 1));
    }

    @Test
    void aWindowReadBackRefusesAsBefore() {
        RecipientWindow window = new RecipientWindow();
        window.load(List.of(Map.entry(1L, 100L), Map.entry(2L, 200L)));
        assertFalse(window.admits(3, 2, true, 300));
        assertTrue(window.admits(3, 2, true, 100 + DAY));
    }
}
