package io.tiercast.sandbox;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/sandbox")
@Tag(name = "Sandbox", description = "The simulated Meta; 404 where a real one is configured")
public class SandboxResource {

    private final Sandbox sandbox;

    SandboxResource(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "Knobs, account and ledger of the sandbox")
    public Uni<SandboxView> get() {
        return sandbox.view();
    }

    @PUT
    @RolesAllowed("ADMIN")
    @Operation(summary = "Turn the knobs")
    public Uni<SandboxView> put(@NotNull @Valid Knobs knobs) {
        return sandbox.turn(knobs);
    }

    @POST
    @Path("/reset")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Forget all messages, pending webhooks and limits; the knobs stay")
    public Uni<SandboxView> reset() {
        return sandbox.reset();
    }
}
