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
import io.tiercast.message.AudienceStore;
import io.tiercast.message.CampaignQueue;
import io.tiercast.message.Counts;
import io.tiercast.message.MessageState;
import io.tiercast.message.RunStatus;
import io.tiercast.message.SkipReason;
import io.tiercast.message.Tally;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumSet;

/** Looks after campaigns that have begun: reads below what became of them and writes the state that follows. */
@ApplicationScoped
class CampaignWatch {

    private final CampaignStates states;
    private final AudienceStore audience;
    private final CampaignQueue queue;
    private final QueueGate gate;
    private final Tally tally;
    private final SafetyRules rules;
    private final WaitReasons waits;
    private final Clock clock;

    CampaignWatch(
            CampaignStates states,
            AudienceStore audience,
            CampaignQueue queue,
            QueueGate gate,
            Tally tally,
            SafetyRules rules,
            WaitReasons waits,
            Clock clock) {
        this.states = states;
        this.audience = audience;
        this.queue = queue;
        this.gate = gate;
        this.tally = tally;
        this.rules = rules;
        this.waits = waits;
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
     * A paused campaign goes on by itself only when Meta took back what it had stopped it for, or the time for it is over. Its queue stays shut even if a
     * crash came in between.
     */
    Uni<Void> paused(long id) {
        return queue.shut(id).chain(() -> queue.status(id)).chain(run -> {
            if (tooLate(run)) {
                return endEarly(id, SkipReason.TOO_LATE);
            }
            return run != null && (run.stopped() == null || run.stopped().over(clock.instant()))
                    ? released(id)
                    : Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> released(long id) {
        return states.resumeAfterMeta(id)
                .chain(moved -> moved ? gate.open(id) : Uni.createFrom().voidItem());
    }

    Uni<Void> cancelling(long id) {
        return audience.clearUnfinished(id)
                .chain(() -> queue.shut(id))
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
        return rules.broken(id, counts)
                .chain(broken -> broken == null ? sendOrWait(id, run, counts) : pausedByRule(id, broken));
    }

    private Uni<Void> sendOrWait(long id, RunStatus run, Counts counts) {
        return waits.of(id, run, counts)
                .chain(reason -> reason == null
                        ? states.move(id, EnumSet.of(WAITING), RUNNING, null)
                        : states.move(id, GOING, WAITING, reason))
                .replaceWithVoid();
    }

    private Uni<Void> pausedByRule(long id, StateReason reason) {
        return states.move(id, GOING, PAUSED, reason).chain(() -> queue.shut(id));
    }

    private Uni<Void> pausedByMeta(long id, RunStatus run) {
        StateReason reason = new StateReason(
                "META_" + run.stopped().code(),
                run.stopped().message(),
                By.META,
                clock.instant(),
                run.stopped().until(),
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
