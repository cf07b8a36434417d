package io.tiercast.event;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
class EventResource {

    private final EventIntake intake;

    EventResource(EventIntake intake) {
        this.intake = intake;
    }

    @POST
    @RolesAllowed("ADMIN")
    @Operation(summary = "Tell what people did, up to 1,000 events; answered once they are stored")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = AcceptedEvents.class)))
    public Uni<Response> tell(@NotNull @Valid TellEvents request) {
        return intake.take(request.events())
                .map(accepted -> Response.accepted(accepted).build());
    }
}
