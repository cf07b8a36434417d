package io.tiercast.dispatch;

import io.smallrye.mutiny.Uni;
import io.tiercast.message.OpenRuns;
import io.tiercast.message.StopReason;
import io.tiercast.meta.ErrorCatalogue;
import io.tiercast.meta.ErrorCode;
import io.tiercast.meta.SendOutcome.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Shuts queues after an answer that would be the same for every message that follows. */
@ApplicationScoped
class Stops {

    private static final Logger LOG = Logger.getLogger(Stops.class);

    private final OpenRuns runs;

    Stops(OpenRuns runs) {
        this.runs = runs;
    }

    Uni<Integer> stopCampaign(long campaignId, Refused refused) {
        LOG.warnf("Campaign %d stops: Meta answered %d", campaignId, refused.code());
        return runs.stopCampaign(campaignId, reason(refused));
    }

    Uni<Integer> stopSender(long senderId, Refused refused) {
        LOG.warnf("Sender %d stops: Meta answered %d", senderId, refused.code());
        return runs.stopSender(senderId, reason(refused));
    }

    private static StopReason reason(Refused refused) {
        ErrorCode code = ErrorCatalogue.of(refused.code());
        return new StopReason(refused.code(), code.meaning(), code.advice());
    }
}
