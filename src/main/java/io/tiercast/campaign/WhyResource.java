package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/campaigns/{id}/why")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns")
class WhyResource {

    private final Campaigns campaigns;
    private final Why why;

    WhyResource(Campaigns campaigns, Why why) {
        this.campaigns = campaigns;
        this.why = why;
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "Whether the campaign reaches the person of a phone, and which rule decided")
    public Uni<WhyView> get(long id, @QueryParam("phone") String phone) {
        return campaigns.get(id).chain(campaign -> why.of(campaign, phone));
    }
}
