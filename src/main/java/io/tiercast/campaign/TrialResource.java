package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/campaigns/{id}/test")
@Tag(name = "Campaigns")
class TrialResource {

    private final TestSends tests;

    TrialResource(TestSends tests) {
        this.tests = tests;
    }

    @POST
    @RolesAllowed("ADMIN")
    @Operation(summary = "Send the message to chosen phones now; it counts in Meta's limit, and not in the campaign")
    public Uni<TestView> test(long id, @NotNull @Valid TestCampaign request) {
        return tests.send(id, request.phones());
    }
}
