package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.message.Replies;
import io.tiercast.message.ReplyView;
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

@Path("/v1/campaigns/{id}/replies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns")
class CampaignReplyResource {

    private final Campaigns campaigns;
    private final Replies replies;

    CampaignReplyResource(Campaigns campaigns, Replies replies) {
        this.campaigns = campaigns;
        this.replies = replies;
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "What people answered to the campaign, newest first")
    public Uni<Page<ReplyView>> list(long id, @BeanParam PageRequest page) {
        return campaigns.get(id).chain(() -> replies.ofCampaign(id, page));
    }
}
