package io.tiercast.dispatch;

import io.tiercast.message.Doubt;
import io.tiercast.message.InDoubtPolicy;
import io.tiercast.message.Neighbours;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Decides about one message in doubt. That no status came proves something only if statuses of the messages around it did come:
 * else the silence may be Meta's or the line's. Pure.
 */
@ApplicationScoped
class InDoubtRule {

    enum Decision {
        WAIT,
        SEND_AGAIN,
        LEAVE_UNCONFIRMED
    }

    private static final Duration UNDECIDABLE = Duration.ofHours(24);
    private static final int SENDS = 3;
    private static final int FEWEST_NEIGHBOURS = 5;

    private final DispatchConfig config;

    InDoubtRule(DispatchConfig config) {
        this.config = config;
    }

    Decision decide(Doubt doubt) {
        if (!doubt.decidable() && doubt.policy() != InDoubtPolicy.RESEND_NOW) {
            return Decision.LEAVE_UNCONFIRMED;
        }
        boolean again = doubt.policy() == InDoubtPolicy.RESEND_NOW
                || doubt.policy() == InDoubtPolicy.RESOLVE && provenNotArrived(doubt);
        if (again && doubt.doubts() >= SENDS || doubt.age().compareTo(UNDECIDABLE) >= 0) {
            return Decision.LEAVE_UNCONFIRMED;
        }
        return again && doubt.open() ? Decision.SEND_AGAIN : Decision.WAIT;
    }

    private boolean provenNotArrived(Doubt doubt) {
        Neighbours around = doubt.around();
        if (doubt.age().compareTo(config.inDoubtMinAge()) < 0 || around.held() > 0) {
            return false;
        }
        return around.accepted() >= config.inDoubtNeighbours()
                ? around.answered() >= config.inDoubtShare() * around.accepted()
                : around.accepted() >= FEWEST_NEIGHBOURS
                        && around.answered() == around.accepted()
                        && around.heardSince();
    }
}
