package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.AudienceSelection.Ways;
import io.tiercast.campaign.WhyView.Outcome;
import io.tiercast.message.Audiences.Matched;
import io.tiercast.message.CampaignQueue;
import io.tiercast.message.MessageState;
import io.tiercast.message.Recipients;
import io.tiercast.message.SkipReason;
import io.tiercast.phone.Phone;
import io.tiercast.problem.Problems;
import io.tiercast.sql.Selection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Explains for one person whether a campaign reaches them, and which rule decided. */
@ApplicationScoped
class Why {

    /**
     * How somebody stands with a campaign.
     *
     * @param inAudience also if skipped
     */
    private record Standing(boolean frozen, boolean inAudience, MessageState state, SkipReason reason) {

        Outcome outcome() {
            if (!inAudience) {
                return Outcome.NOT_IN_AUDIENCE;
            }
            return reason == null ? Outcome.MESSAGEABLE : Outcome.SKIPPED;
        }
    }

    private final RecipientLists lists;
    private final AudienceSelection audience;
    private final AudienceWays ways;
    private final PlannedAudience planned;
    private final CampaignQueue queue;
    private final Recipients recipients;

    Why(
            RecipientLists lists,
            AudienceSelection audience,
            AudienceWays ways,
            PlannedAudience planned,
            CampaignQueue queue,
            Recipients recipients) {
        this.lists = lists;
        this.audience = audience;
        this.ways = ways;
        this.planned = planned;
        this.queue = queue;
        this.recipients = recipients;
    }

    Uni<WhyView> of(Campaign campaign, String given) {
        String phone = phone(given);
        return ways.contactOf(phone)
                .chain(contactId -> contactId == null
                        ? Uni.createFrom().item(WhyView.unknown(phone))
                        : of(campaign, phone, contactId));
    }

    private Uni<WhyView> of(Campaign campaign, String phone, long contactId) {
        return lists.of(campaign.id)
                .chain(brought -> audience.of(campaign.plan.audience(), brought))
                .chain(all -> Uni.combine()
                        .all()
                        .unis(
                                ways.to(contactId, all.in()),
                                ways.to(contactId, all.out()),
                                standing(campaign, contactId, all))
                        .with((via, excludedBy, standing) -> view(phone, contactId, standing, via, excludedBy)));
    }

    private Uni<Standing> standing(Campaign campaign, long contactId, Ways all) {
        return queue.status(campaign.id)
                .chain(run -> run == null ? planned(campaign, contactId, all) : stored(campaign.id, contactId));
    }

    private Uni<Standing> stored(long campaignId, long contactId) {
        return recipients
                .of(campaignId, contactId)
                .map(recipient -> recipient == null
                        ? new Standing(true, false, null, null)
                        : new Standing(true, true, recipient.state(), recipient.reason()));
    }

    /** By the rules of the start, applied to this person alone. */
    private Uni<Standing> planned(Campaign campaign, long contactId, Ways all) {
        List<Selection> included = all.included().stream()
                .map(people -> AudienceWays.only(contactId, people))
                .toList();
        return planned.count(campaign, included, all.excluded()).map(Why::planned);
    }

    private static Standing planned(Matched matched) {
        SkipReason reason = matched.skipped().keySet().stream().findFirst().orElse(null);
        return new Standing(false, matched.matched() > 0, null, reason);
    }

    private static WhyView view(
            String phone, long contactId, Standing standing, List<WayView> via, List<WayView> excludedBy) {
        return new WhyView(
                phone,
                contactId,
                standing.outcome(),
                standing.frozen(),
                standing.state(),
                standing.reason(),
                via,
                excludedBy,
                explanation(standing, via, excludedBy));
    }

    private static String explanation(Standing standing, List<WayView> via, List<WayView> excludedBy) {
        if (!standing.inAudience()) {
            return standing.frozen()
                    ? "The person was not in the audience when the campaign started."
                    : "No group, segment, filter, contact or recipient of the campaign leads to this person.";
        }
        String in = "In the audience" + by(via);
        if (standing.reason() != null) {
            return in + ", but skipped: " + words(standing.reason(), excludedBy) + ".";
        }
        return in + (standing.frozen() ? "." : "; gets the message when the campaign starts.");
    }

    private static String words(SkipReason reason, List<WayView> excludedBy) {
        return switch (reason) {
            case OPTED_OUT -> "has opted out";
            case NOT_OPTED_IN -> "has not opted in to marketing";
            case SUPPRESSED -> "is on the suppression list";
            case EXCLUDED -> "is excluded" + by(excludedBy);
            case MISSING_VARIABLE -> "has no value for a variable of the template";
            case INVALID_PHONE -> "has no valid phone";
            case TOO_LATE -> "was not reached before the time to stop";
            case CANCELLED -> "the campaign was cancelled before";
            case COUNTRY_NOT_ALLOWED -> "lives where this kind of message may not be sent";
            case TEXT_TOO_LONG -> "the message would be longer than Meta takes";
            case CONTACT_DELETED -> "the contact was deleted before";
        };
    }

    private static String by(List<WayView> ways) {
        return ways.isEmpty()
                ? ""
                : " by " + String.join(", ", ways.stream().map(WayView::words).toList());
    }

    private static String phone(String given) {
        return Phone.ofAddress(given)
                .map(Phone::e164)
                .orElseThrow(() -> Problems.malformed("phone", "must be a phone number such as +919812345678"));
    }
}
