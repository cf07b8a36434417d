package io.tiercast.outside;

import io.tiercast.outside.OutsideSettings.Mishaps;
import java.util.Random;

/** What goes wrong with one request on the line. */
enum Mishap {
    NONE,
    LOST,
    CUT,
    GARBLED,
    TURNED_AWAY;

    static Mishap draw(Mishaps shares, Random random) {
        int draw = random.nextInt(1000);
        if ((draw -= shares.lost()) < 0) {
            return LOST;
        } else if ((draw -= shares.cut()) < 0) {
            return CUT;
        } else if ((draw -= shares.garbled()) < 0) {
            return GARBLED;
        }
        return draw < shares.turnedAway() ? TURNED_AWAY : NONE;
    }

    /** Whether the message is not even looked at. */
    boolean beforeReading() {
        return this == CUT || this == TURNED_AWAY;
    }

    /** Whether the connection ends instead of an answer. */
    boolean silent() {
        return this == CUT || this == LOST;
    }
}
