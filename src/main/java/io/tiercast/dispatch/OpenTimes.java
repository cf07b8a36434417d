package io.tiercast.dispatch;

import io.tiercast.message.OpenRun;
import java.time.Instant;

/**
 * Which campaigns may send at one moment. Between a claim and its request the hours may end: what is claimed from one queue comes in
 * a row, so that each is looked at about once.
 */
final class OpenTimes {

    private final Instant now;
    private OpenRun asked;
    private boolean open;

    OpenTimes(Instant now) {
        this.now = now;
    }

    boolean open(OpenRun run) {
        if (run != asked) {
            asked = run;
            open = run.maySend(now);
        }
        return open;
    }
}
