package io.tiercast.campaign;

import static io.tiercast.campaign.CampaignState.CANCELLED;
import static io.tiercast.campaign.CampaignState.CANCELLING;
import static io.tiercast.campaign.CampaignState.GOING;
import static io.tiercast.campaign.CampaignState.PAUSED;
import static io.tiercast.campaign.CampaignState.RUNNING;
import static io.tiercast.campaign.CampaignState.SCHEDULED;
import static io.tiercast.campaign.CampaignState.STARTED;
import static io.tiercast.campaign.CampaignState.WAITING;

import io.smallrye.mutiny.Uni;
import io.tiercast.message.CampaignQueue;
import io.tiercast.message.CanaryQueue;
import io.tiercast.message.Unconfirmed;
import io.tiercast.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Pause, resume and cancel. The state is moved first; if the process dies before the queue follows, the clock makes up for it. */
@ApplicationScoped
class CampaignActions {

    private final Campaigns campaigns;
    private final CampaignStates states;
    private final CampaignQueue queue;
    private final QueueGate gate;
    private final CanaryQueue canary;
    private final Unconfirmed unconfirmed;
    private final Readiness readiness;
    private final Clock clock;

    CampaignActions(
            Campaigns campaigns,
            CampaignStates states,
            CampaignQueue queue,
            QueueGate gate,
            CanaryQueue canary,
            Unconfirmed unconfirmed,
            Readiness readiness,
            Clock clock) {
        this.campaigns = campaigns;
        this.states = states;
        this.queue = queue;
        this.gate = gate;
        this.canary = canary;
        this.unconfirmed = unconfirmed;
        this.readiness = readiness;
        this.clock = clock;
    }

    Uni<Campaign> pause(long id, String by) {
        StateReason reason = StateReason.user("PAUSED_BY_USER", "Paused by " + by + ".", clock.instant());
        return act(id, GOING, PAUSED, reason).call(() -> queue.shut(id));
    }

    /** Also ends the wait after a canary. Refused with the problems while Meta would take nothing. */
    Uni<Campaign> resume(long id, String by) {
        return campaigns.get(id).chain(campaign -> heldAsCanary(campaign) ? sendRest(id, by) : goOn(campaign, by));
    }

    private static boolean heldAsCanary(Campaign campaign) {
        return campaign.state == WAITING && campaign.stateReason.code().equals(WaitReasons.CANARY);
    }

    private Uni<Campaign> sendRest(long id, String by) {
        return canary.release(id)
                .chain(() -> states.move(id, EnumSet.of(WAITING), RUNNING, null, Story.resumed(by)))
                .chain(() -> campaigns.get(id));
    }

    private Uni<Campaign> goOn(Campaign paused, String by) {
        requireMoved(paused.state == PAUSED, paused, RUNNING);
        return readiness
                .parts(paused)
                .invoke(this::requireReady)
                .chain(() -> states.move(paused.id, EnumSet.of(PAUSED), RUNNING, null, Story.resumed(by)))
                .chain(moved -> moved(moved, paused.id, RUNNING))
                .call(() -> gate.open(paused.id));
    }

    /** A campaign that has not begun is cancelled at once; else what is under way finishes first. */
    Uni<Campaign> cancel(long id, String by) {
        StateReason reason = StateReason.user("CANCELLED_BY_USER", "Cancelled by " + by + ".", clock.instant());
        return states.move(id, EnumSet.of(SCHEDULED), CANCELLED, reason)
                .chain(done -> done
                        ? campaigns.get(id)
                        : act(id, STARTED, CANCELLING, reason).call(() -> queue.shut(id)));
    }

    /** Where it is complete it goes on by itself when there is something to send again. */
    Uni<Campaign> decideUnconfirmed(long id, DecideUnconfirmed.Action action) {
        boolean again = action == DecideUnconfirmed.Action.RESEND;
        return campaigns
                .get(id)
                .invoke(campaign -> requireNotCancelled(campaign, again))
                .chain(() -> again ? unconfirmed.sendAgain(id) : unconfirmed.giveUp(id))
                .invoke(n -> requireSome(n, id))
                .chain(() -> campaigns.get(id));
    }

    private static void requireNotCancelled(Campaign campaign, boolean again) {
        if (again && EnumSet.of(CANCELLING, CANCELLED).contains(campaign.state)) {
            throw Problems.conflict(
                    "wrong-state", "Campaign " + campaign.id + " is " + campaign.state + " and sends no more");
        }
    }

    private static void requireSome(int messages, long id) {
        if (messages == 0) {
            throw Problems.conflict("nothing-unconfirmed", "Campaign " + id + " has no unconfirmed message");
        }
    }

    private void requireReady(Readiness.Parts parts) {
        List<Finding> problems = readiness.problemsToResume(parts);
        if (!problems.isEmpty()) {
            throw Finding.refusal(problems);
        }
    }

    private Uni<Campaign> act(long id, Set<CampaignState> from, CampaignState to, StateReason reason) {
        return states.move(id, from, to, reason).chain(moved -> moved(moved, id, to));
    }

    private Uni<Campaign> moved(boolean moved, long id, CampaignState to) {
        return campaigns.get(id).invoke(campaign -> requireMoved(moved, campaign, to));
    }

    private static void requireMoved(boolean moved, Campaign campaign, CampaignState to) {
        if (!moved) {
            throw Problems.conflict(
                    "wrong-state", "Campaign " + campaign.id + " is " + campaign.state + " and cannot become " + to);
        }
    }
}
