package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.StateReason.By;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;

/** Takes a campaign from PREPARING to RUNNING: its audience is frozen, then its queue opened. */
@ApplicationScoped
class CampaignStart {

    private static final EnumSet<CampaignState> PREPARING = EnumSet.of(CampaignState.PREPARING);

    private final Campaigns campaigns;
    private final CampaignStates states;
    private final AudienceFreezer freezer;
    private final QueueGate gate;
    private final CampaignWatch watch;
    private final StartTries tries;
    private final Clock clock;

    CampaignStart(
            Campaigns campaigns,
            CampaignStates states,
            AudienceFreezer freezer,
            QueueGate gate,
            CampaignWatch watch,
            StartTries tries,
            Clock clock) {
        this.campaigns = campaigns;
        this.states = states;
        this.freezer = freezer;
        this.gate = gate;
        this.watch = watch;
        this.tries = tries;
        this.clock = clock;
    }

    Uni<Void> prepare(long id) {
        return tries.due(id) ? attempt(id) : Uni.createFrom().voidItem();
    }

    private Uni<Void> attempt(long id) {
        return campaigns
                .get(id)
                .chain(freezer::freeze)
                .chain(problems -> problems.isEmpty() ? run(id) : fail(id, problems))
                .invoke(() -> tries.forget(id))
                .onFailure()
                .call(() -> failed(id));
    }

    /** Counted only if it could be written down: while the database is away, nothing is wrong with the campaign. */
    private Uni<Void> failed(long id) {
        Uni<Boolean> told = tries.last(id)
                ? states.move(
                        id,
                        PREPARING,
                        CampaignState.FAILED,
                        reason(
                                "PREPARATION_FAILED",
                                "The audience could not be put together, however often it was tried.",
                                "Nothing was sent. See the application's log for the cause, then duplicate the campaign."))
                : states.move(
                        id,
                        PREPARING,
                        CampaignState.PREPARING,
                        reason(
                                "PREPARATION_FAILING",
                                "The audience cannot be put together at the moment; it is tried again.",
                                "Wait: it is tried for a quarter of an hour. The cause is in the application's log."));
        return told.invoke(() -> tries.failed(id)).replaceWithVoid();
    }

    /** Opens the queue; if somebody cancelled in the meantime, perhaps on another node, it is emptied. */
    private Uni<Void> run(long id) {
        return states.move(id, PREPARING, CampaignState.RUNNING, null)
                .chain(moved -> moved ? gate.open(id) : watch.cancelling(id));
    }

    private Uni<Void> fail(long id, List<Finding> problems) {
        Finding first = problems.get(0);
        StateReason reason = reason(first.code(), first.message(), "Duplicate the campaign and mend it.");
        return states.move(id, PREPARING, CampaignState.FAILED, reason).replaceWithVoid();
    }

    private StateReason reason(String code, String message, String action) {
        return new StateReason(code, message, By.SYSTEM, clock.instant(), null, action);
    }
}
