package io.tiercast.campaign;

import static io.tiercast.campaign.CampaignState.CANCELLED;
import static io.tiercast.campaign.CampaignState.CANCELLING;
import static io.tiercast.campaign.CampaignState.COMPLETED;
import static io.tiercast.campaign.CampaignState.GOING;
import static io.tiercast.campaign.CampaignState.PAUSED;
import static io.tiercast.campaign.CampaignState.RUNNING;
import static io.tiercast.campaign.CampaignState.WAITING;

import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.StateReason.By;
import io.tiercast.message.CampaignQueue;
import io.tiercast.message.Counts;
import io.tiercast.message.MessageState;
import io.tiercast.message.RunStatus;
import io.tiercast.message.SkipReason;
import io.tiercast.message.Tally;
import io.tiercast.sender.PortfolioWindow;
import io.tiercast.sender.SenderLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;

/** Looks after campaigns that have begun: reads below what became of them and writes the state that follows. */
@ApplicationScoped
class CampaignWatch {

    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final String DEFERRED =
            "The people left are tried again later, since Meta does not take messages to them just now.";
    private static final String IN_DOUBT =
            "Waiting for word from Meta on messages of which nobody knows whether they arrived. They are sent again only if it is proven that they did not.";

    private final CampaignStates states;
    private final CampaignQueue queue;
    private final QueueGate gate;
    private final Tally tally;
    private final PortfolioWindow window;
    private final Clock clock;

    CampaignWatch(
            CampaignStates states,
            CampaignQueue queue,
            QueueGate gate,
            Tally tally,
            PortfolioWindow window,
            Clock clock) {
        this.states = states;
        this.queue = queue;
        this.gate = gate;
        this.tally = tally;
        this.window = window;
        this.clock = clock;
    }

    Uni<Void> going(long id) {
        return queue.status(id).chain(run -> {
            if (run.stopped() != null) {
                return pausedByMeta(id, run);
            } else if (tooLate(run)) {
                return endEarly(id, SkipReason.TOO_LATE);
            }
            return opened(id, run).chain(() -> tally.read(id)).chain(counts -> progress(id, run, counts));
        });
    }

    /**
     * A paused campaign goes on by itself only when Meta took back what it had stopped it for. Its queue stays shut even if a
     * crash came in between.
     */
    Uni<Void> paused(long id) {
        return queue.shut(id).chain(() -> queue.status(id)).chain(run -> {
            if (tooLate(run)) {
                return endEarly(id, SkipReason.TOO_LATE);
            }
            return run != null && run.stopped() == null
                    ? released(id)
                    : Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> released(long id) {
        return states.resumeAfterMeta(id)
                .chain(moved -> moved ? gate.open(id) : Uni.createFrom().voidItem());
    }

    Uni<Void> cancelling(long id) {
        return queue.shut(id)
                .chain(() -> skipRest(id, SkipReason.CANCELLED))
                .chain(() -> tally.read(id))
                .chain(counts -> counts.in(MessageState.QUEUED, MessageState.DEFERRED, MessageState.SENDING) == 0
                        ? states.move(id, EnumSet.of(CANCELLING), CANCELLED, null)
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    /**
     * Settled when Meta owes no final word any more. A message that was taken and failed afterwards may have to be tried again:
     * then the campaign was not complete after all, or it is cancelled and the message is left out.
     */
    Uni<Void> finished(long id) {
        return tally.read(id).chain(counts -> {
            if (counts.in(MessageState.DEFERRED) > 0) {
                return goOnAfterAll(id);
            }
            return counts.somethingToSend() || counts.somethingToHear()
                    ? Uni.createFrom().voidItem()
                    : states.settle(id).replaceWithVoid();
        });
    }

    private Uni<Void> goOnAfterAll(long id) {
        return states.move(id, EnumSet.of(COMPLETED), RUNNING, null)
                .chain(moved -> moved ? gate.open(id) : skipRest(id, SkipReason.CANCELLED));
    }

    /** Shut behind a campaign that is going it can only be if the process died before it was opened. */
    private Uni<Void> opened(long id, RunStatus run) {
        return run.open() ? Uni.createFrom().voidItem() : gate.open(id);
    }

    private Uni<Void> progress(long id, RunStatus run, Counts counts) {
        if (!counts.somethingToSend()) {
            return queue.shut(id)
                    .chain(() -> states.move(id, GOING, COMPLETED, null))
                    .replaceWithVoid();
        }
        if (run.hours() != null && !run.hours().open(clock.instant())) {
            return wait(
                    id,
                    "OUTSIDE_HOURS",
                    "Waiting for the sending hours.",
                    By.HOURS,
                    run.hours().nextOpening(clock.instant()));
        }
        Instant soon = clock.instant().plus(A_WHILE);
        if (counts.in(MessageState.QUEUED, MessageState.SENDING) == 0) {
            if (run.nextTry() != null && run.nextTry().isAfter(soon)) {
                return wait(id, "RECIPIENTS_DEFERRED", DEFERRED, By.META, run.nextTry());
            } else if (counts.in(MessageState.DEFERRED) == 0) {
                return wait(id, "IN_DOUBT", IN_DOUBT, By.SYSTEM, null);
            }
        }
        return window.limits(run.senderId()).chain(limits -> byLimit(id, counts, limits));
    }

    private Uni<Void> byLimit(long id, Counts counts, SenderLimits limits) {
        boolean full = limits.remaining() != null && limits.remaining() == 0;
        return full && counts.in(MessageState.QUEUED, MessageState.DEFERRED) > 0
                ? wait(
                        id,
                        "MESSAGING_LIMIT",
                        "Meta's limit of people in 24 hours is reached.",
                        By.LIMIT,
                        limits.nextReleaseAt())
                : states.move(id, EnumSet.of(WAITING), RUNNING, null).replaceWithVoid();
    }

    private Uni<Void> wait(long id, String code, String message, By by, Instant resumesAt) {
        StateReason reason = new StateReason(code, message, by, clock.instant(), resumesAt, null);
        return states.move(id, EnumSet.of(RUNNING), WAITING, reason).replaceWithVoid();
    }

    private Uni<Void> pausedByMeta(long id, RunStatus run) {
        StateReason reason = new StateReason(
                "META_" + run.stopped().code(),
                run.stopped().message(),
                By.META,
                clock.instant(),
                null,
                run.stopped().advice());
        return states.move(id, GOING, PAUSED, reason).replaceWithVoid();
    }

    /** Nothing more is sent; what is under way finishes, and the next round finds the campaign completed. */
    private Uni<Void> endEarly(long id, SkipReason reason) {
        return queue.shut(id)
                .chain(() -> skipRest(id, reason))
                .chain(() -> tally.read(id))
                .chain(counts -> counts.somethingToSend()
                        ? Uni.createFrom().voidItem()
                        : states.move(id, EnumSet.of(RUNNING, WAITING, PAUSED), COMPLETED, null)
                                .replaceWithVoid());
    }

    private Uni<Void> skipRest(long id, SkipReason reason) {
        return queue.skipSome(id, reason)
                .repeat()
                .whilst(passed -> passed != null && passed > 0)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private boolean tooLate(RunStatus run) {
        return run != null && run.stopAt() != null && !clock.instant().isBefore(run.stopAt());
    }
}
