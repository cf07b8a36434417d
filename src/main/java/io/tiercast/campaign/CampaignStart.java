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
    private final Clock clock;

    CampaignStart(
            Campaigns campaigns,
            CampaignStates states,
            AudienceFreezer freezer,
            QueueGate gate,
            CampaignWatch watch,
            Clock clock) {
        this.campaigns = campaigns;
        this.states = states;
        this.freezer = freezer;
        this.gate = gate;
        this.watch = watch;
        this.clock = clock;
    }

    Uni<Void> prepare(long id) {
        return campaigns
                .get(id)
                .chain(freezer::freeze)
                .chain(problems -> problems.isEmpty() ? run(id) : fail(id, problems));
    }

    /** Opens the queue; if somebody cancelled in the meantime, perhaps on another node, it is emptied. */
    private Uni<Void> run(long id) {
        return states.move(id, PREPARING, CampaignState.RUNNING, null)
                .chain(moved -> moved ? gate.open(id) : watch.cancelling(id));
    }

    private Uni<Void> fail(long id, List<Finding> problems) {
        Finding first = problems.get(0);
        StateReason reason = new StateReason(
                first.code(), first.message(), By.SYSTEM, clock.instant(), null, "Duplicate the campaign and mend it.");
        return states.move(id, PREPARING, CampaignState.FAILED, reason).replaceWithVoid();
    }
}
