package io.tiercast.dispatch;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.tiercast.dispatch.InDoubtRule.Decision;
import io.tiercast.message.Attempt;
import io.tiercast.message.Doubt;
import io.tiercast.message.Doubts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Looks at the messages in doubt again and again, until evidence or the rule decides. */
@ApplicationScoped
class InDoubtClock {

    private static final Logger LOG = Logger.getLogger(InDoubtClock.class);

    private final Doubts doubts;
    private final InDoubtRule rule;
    private final DispatchConfig config;

    InDoubtClock(Doubts doubts, InDoubtRule rule, DispatchConfig config) {
        this.doubts = doubts;
        this.rule = rule;
        this.config = config;
    }

    @Scheduled(every = "5s", identity = "in-doubt", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return doubts.look(config.inDoubtMinAge()).chain(this::decide);
    }

    private Uni<Void> decide(List<Doubt> open) {
        return doubts.sendAgain(those(open, Decision.SEND_AGAIN))
                .invoke(n -> log(n, "sent again, since they provably did not arrive"))
                .chain(() -> doubts.leaveUnconfirmed(those(open, Decision.LEAVE_UNCONFIRMED)))
                .invoke(n -> log(n, "left to a person, since it cannot be decided whether they arrived"))
                .replaceWithVoid();
    }

    private List<Attempt> those(List<Doubt> open, Decision decision) {
        return open.stream()
                .filter(doubt -> rule.decide(doubt) == decision)
                .map(Doubt::attempt)
                .toList();
    }

    private static void log(int messages, String what) {
        if (messages > 0) {
            LOG.infof("%d messages in doubt are %s", messages, what);
        }
    }
}
