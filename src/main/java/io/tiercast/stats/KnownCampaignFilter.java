package io.tiercast.stats;

import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.CampaignDirectory;
import io.tiercast.problem.Problems;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Looks whether the campaign is there, see {@link OfKnownCampaign}. */
class KnownCampaignFilter {

    private final CampaignDirectory campaigns;

    KnownCampaignFilter(CampaignDirectory campaigns) {
        this.campaigns = campaigns;
    }

    @OfKnownCampaign
    // Not marked as non-blocking: such filters must all come before the others, or the application does not start.
    @ServerRequestFilter
    public Uni<Response> refuseUnknown(UriInfo uri) {
        long id = id(uri.getPathParameters().getFirst("id"));
        return campaigns.facts(Set.of(id)).map(found -> {
            if (found.isEmpty()) {
                throw Problems.notFound("campaign", id);
            }
            return null;
        });
    }

    /** It stands before the method, and so before what reads the method's parameters. */
    private static long id(String written) {
        try {
            return Long.parseLong(written);
        } catch (NumberFormatException e) {
            throw Problems.notFound("campaign", written);
        }
    }
}
