package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.StateReason.By;
import io.tiercast.message.CanaryQueue;
import io.tiercast.message.Counts;
import io.tiercast.message.MessageState;
import io.tiercast.message.RunStatus;
import io.tiercast.sender.PortfolioWindow;
import io.tiercast.sender.SenderLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Why a campaign with something left to send cannot send it just now. */
@ApplicationScoped
class WaitReasons {

    /** The code of a campaign whose first part is sent. */
    static final String CANARY = "CANARY";

    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final String DEFERRED =
            "The people left are tried again later, since Meta does not take messages to them just now.";
    private static final String IN_DOUBT =
            "Waiting for word from Meta on messages of which nobody knows whether they arrived. They are sent again only if it is proven that they did not.";
    private static final String HELD =
            "The first part is sent; the rest is held, so that there is time to see what becomes of it.";

    private final CanaryQueue canary;
    private final PortfolioWindow window;
    private final Clock clock;

    WaitReasons(CanaryQueue canary, PortfolioWindow window, Clock clock) {
        this.canary = canary;
        this.window = window;
        this.clock = clock;
    }

    /** Null if it can. */
    Uni<StateReason> of(long id, RunStatus run, Counts counts) {
        return run.restHeld() ? canary(id, run, counts) : others(run, counts);
    }

    /** Its time counts also outside of the sending hours. */
    private Uni<StateReason> canary(long id, RunStatus run, Counts counts) {
        return canary.hold(id).chain(until -> {
            if (until == null || !until.isAfter(clock.instant())) {
                return canary.release(id).chain(() -> others(run, counts));
            }
            return Uni.createFrom()
                    .item(new StateReason(
                            CANARY, HELD, By.RULE, clock.instant(), until, "Resume to send the rest at once."));
        });
    }

    private Uni<StateReason> others(RunStatus run, Counts counts) {
        Instant now = clock.instant();
        if (run.hours() != null && !run.hours().open(now)) {
            return reason(
                    "OUTSIDE_HOURS",
                    "Waiting for the sending hours.",
                    By.HOURS,
                    run.hours().nextOpening(now));
        } else if (counts.in(MessageState.QUEUED, MessageState.SENDING) > 0) {
            return limit(run, counts);
        } else if (run.nextTry() != null && run.nextTry().isAfter(now.plus(A_WHILE))) {
            return reason("RECIPIENTS_DEFERRED", DEFERRED, By.META, run.nextTry());
        }
        return counts.in(MessageState.DEFERRED) == 0
                ? reason("IN_DOUBT", IN_DOUBT, By.SYSTEM, null)
                : limit(run, counts);
    }

    private Uni<StateReason> limit(RunStatus run, Counts counts) {
        return window.limits(run.senderId()).map(limits -> limit(counts, limits.of(run.category())));
    }

    private StateReason limit(Counts counts, SenderLimits limits) {
        boolean full = limits.remaining() != null && limits.remaining() == 0;
        return full && counts.in(MessageState.QUEUED, MessageState.DEFERRED) > 0
                ? new StateReason(
                        "MESSAGING_LIMIT",
                        "Meta's limit of people in 24 hours is reached.",
                        By.LIMIT,
                        clock.instant(),
                        limits.nextReleaseAt(),
                        null)
                : null;
    }

    private Uni<StateReason> reason(String code, String message, By by, Instant resumesAt) {
        return Uni.createFrom().item(new StateReason(code, message, by, clock.instant(), resumesAt, null));
    }
}
