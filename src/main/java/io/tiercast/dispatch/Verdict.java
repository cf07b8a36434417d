package io.tiercast.dispatch;

import io.tiercast.message.Advance;
import io.tiercast.message.StatusEntry;

/**
 * What an outcome means: for the message, for the log, and for those that would come after it.
 *
 * @param entry null if there is nothing to log
 * @param reaction what else has to happen
 */
record Verdict(Advance advance, StatusEntry entry, Reaction reaction) {

    enum Reaction {
        GO_ON,
        SLOW_DOWN,
        STOP_CAMPAIGN,
        STOP_SENDER
    }
}
