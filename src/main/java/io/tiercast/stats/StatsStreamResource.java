package io.tiercast.stats;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/stats/stream")
@Tag(name = "Stats")
@RolesAllowed("READ")
class StatsStreamResource {

    private final StatsFeed feed;
    private final StatsEvents events;

    StatsStreamResource(StatsFeed feed, StatsEvents events) {
        this.feed = feed;
        this.events = events;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "The counts of all campaigns that are going, live: event stats, one campaign each")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(implementation = StatsView.class)))
    public Multi<OutboundSseEvent> stream() {
        return events.of(feed.ofAll());
    }
}
