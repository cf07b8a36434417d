package io.tiercast.stats;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/campaigns/{id}/stats")
@Tag(name = "Stats")
@RolesAllowed("READ")
class CampaignStatsResource {

    private final StatsReader reader;
    private final StatsFeed feed;
    private final StatsEvents events;

    CampaignStatsResource(StatsReader reader, StatsFeed feed, StatsEvents events) {
        this.reader = reader;
        this.feed = feed;
        this.events = events;
    }

    @GET
    @Operation(summary = "The counts of a campaign")
    public Uni<StatsView> stats(long id) {
        return reader.read(Set.of(id)).map(views -> {
            if (views.isEmpty()) {
                throw Problems.notFound("campaign", id);
            }
            return views.get(0);
        });
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @OfKnownCampaign
    @Operation(
            summary = "The counts of a campaign, live: event stats, at once and at each change, at most five a second")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(implementation = StatsView.class)))
    public Multi<OutboundSseEvent> stream(long id) {
        return events.of(feed.of(id));
    }
}
