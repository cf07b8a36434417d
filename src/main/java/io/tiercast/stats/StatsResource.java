package io.tiercast.stats;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Tag(name = "Stats")
@RolesAllowed("READ")
class StatsResource {

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

    private final StatsReader reader;
    private final StatsFeed feed;

    StatsResource(StatsReader reader, StatsFeed feed) {
        this.reader = reader;
        this.feed = feed;
    }

    @GET
    @Path("/campaigns/{id}/stats")
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
    @Path("/campaigns/{id}/stats/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "The counts of a campaign, live: event stats, at once and at each change, at most five a second")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(implementation = StatsView.class)))
    public Multi<OutboundSseEvent> stream(long id, @Context Sse sse) {
        return stats(id).onItem().transformToMulti(known -> events(feed.of(id), sse));
    }

    @GET
    @Path("/stats/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "The counts of all campaigns that are going, live: event stats, one campaign each")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(implementation = StatsView.class)))
    public Multi<OutboundSseEvent> streamAll(@Context Sse sse) {
        return events(feed.ofAll(), sse);
    }

    private static Multi<OutboundSseEvent> events(Multi<StatsView> views, Sse sse) {
        Multi<OutboundSseEvent> stats = views.map(view -> sse.newEventBuilder()
                .name("stats")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(StatsView.class, view)
                .build());
        Multi<OutboundSseEvent> alive = Multi.createFrom()
                .ticks()
                .startingAfter(KEEP_ALIVE)
                .every(KEEP_ALIVE)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("alive").build());
        return Multi.createBy().merging().streams(stats, alive);
    }
}
