package io.tiercast.campaign;

import io.tiercast.campaign.Readiness.Parts;
import io.tiercast.message.InDoubtPolicy;
import io.tiercast.provider.Capabilities;
import io.tiercast.sender.Sender;
import java.util.ArrayList;
import java.util.List;

/** What a campaign will have to do without, since its sender's provider does not offer it. */
final class ProviderWarnings {

    private static final String FIELD = "senderIds";

    private ProviderWarnings() {}

    static List<Finding> of(Parts parts) {
        return parts.sender() == null ? List.of() : of(parts.sender(), parts.plan());
    }

    private static List<Finding> of(Sender sender, Plan plan) {
        Capabilities can = sender.provider().capabilities();
        List<Finding> warnings = new ArrayList<>();
        if (!can.statuses()) {
            warnings.add(new Finding(
                    "NO_STATUSES",
                    "The provider of " + sender.name + " does not report what becomes of messages.",
                    FIELD));
        }
        if (!can.evidence() && plan.delivery().inDoubt() == InDoubtPolicy.RESOLVE) {
            warnings.add(new Finding(
                    "DOUBTS_STAY_OPEN",
                    "The provider of " + sender.name
                            + " cannot prove what was sent: a message whose answer is lost stays unconfirmed until you decide.",
                    FIELD));
        }
        if (!can.inbound()) {
            warnings.add(new Finding(
                    "NO_REPLIES",
                    "The provider of " + sender.name
                            + " does not pass on what people write: nobody can opt out by a reply.",
                    FIELD));
        }
        return warnings;
    }
}
