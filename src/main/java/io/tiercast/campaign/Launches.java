package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import io.vertx.core.eventbus.EventBus;
import jakarta.enterprise.context.ApplicationScoped;

/** Launches drafts. What is launched was checked in the same version. */
@ApplicationScoped
class Launches {

    private final Campaigns campaigns;
    private final CampaignStates states;
    private final Preflight preflight;
    private final AudienceFreezer freezer;
    private final EventBus bus;

    Launches(Campaigns campaigns, CampaignStates states, Preflight preflight, AudienceFreezer freezer, EventBus bus) {
        this.campaigns = campaigns;
        this.states = states;
        this.preflight = preflight;
        this.freezer = freezer;
        this.bus = bus;
    }

    /** @param maxRecipients refuses to launch to more; null: no bound */
    Uni<Campaign> launch(long id, Long maxRecipients, String by) {
        return campaigns
                .get(id)
                .invoke(Launches::requireDraft)
                .chain(draft -> preflight
                        .require(draft, maxRecipients)
                        .chain(() -> freezer.upload(draft))
                        .chain(() -> states.launch(draft, Schedules.startOf(draft.plan.schedule()), by))
                        .invoke(launched -> requireUnchanged(launched, id))
                        .chain(() -> campaigns.get(id)))
                .invoke(() -> bus.send(CampaignClock.LAUNCHED, id));
    }

    private static void requireDraft(Campaign campaign) {
        if (campaign.state != CampaignState.DRAFT) {
            throw Problems.conflict(
                    "wrong-state", "Campaign " + campaign.id + " is " + campaign.state + " and no draft");
        }
    }

    private static void requireUnchanged(boolean launched, long id) {
        if (!launched) {
            throw Problems.conflict("changed-meanwhile", "Campaign " + id + " was changed while it was being launched");
        }
    }
}
