package io.tiercast.security;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A stream without end, to see what ends it. */
@Path("/v1/stream-probe")
public class StreamProbeResource {

    private final Streams streams;

    StreamProbeResource(Streams streams) {
        this.streams = streams;
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed("READ")
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> stream(@Context Sse sse) {
        return streams.untilSessionEnds(
                Multi.createFrom().ticks().every(Duration.ofMillis(20)).map(tick -> sse.newEvent(tick.toString())));
    }

    @GET
    @RolesAllowed("READ")
    @Operation(hidden = true)
    public String read() {
        return "read";
    }

    @POST
    @RolesAllowed("ADMIN")
    @Operation(hidden = true)
    public String change() {
        return "changed";
    }

    @POST
    @Path("unmarked")
    @Operation(hidden = true)
    public String unmarked() {
        return "changed";
    }
}
