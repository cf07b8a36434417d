package io.tiercast.event;

import io.smallrye.mutiny.Uni;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/campaigns/{id}/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
class CampaignEventResource {

    private final History history;

    CampaignEventResource(History history) {
        this.history = history;
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "What happened to a campaign, newest first")
    public Uni<Page<EventView>> list(long id, @BeanParam PageRequest page) {
        return history.ofCampaign(id, page);
    }
}
