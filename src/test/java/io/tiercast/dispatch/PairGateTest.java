package io.tiercast.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PairGateTest {

    private static final long MILLI = 1_000_000;

    private final PairGate gate = new PairGate();

    @Test
    void onePersonIsWrittenToAgainAfterSixSeconds() {
        gate.sent("+919800000001", 0);
        assertFalse(gate.open("+919800000001", PairGate.PAUSE_NANOS - 1));
        assertTrue(gate.open("+919800000002", PairGate.PAUSE_NANOS - 1));
        assertTrue(gate.open("+919800000001", PairGate.PAUSE_NANOS));
    }

    @Test
    void whatWasRefusedDoesNotCount() {
        gate.sent("+919800000001", 0);
        gate.refused("+919800000001");
        assertTrue(gate.open("+919800000001", 1));
    }

    @Test
    void aNumberThatSendsNothingButPasswordsRemembersNoMoreThanSixSeconds() {
        for (int i = 0; i < 100_000; i++) {
            gate.sent("+91" + i, i * MILLI);
        }
        assertEquals(6_000, gate.remembered());
    }
}
