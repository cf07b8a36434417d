package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.AudiencePreview.PersonView;
import io.tiercast.message.Audiences.Skipped;
import io.tiercast.message.SkipReason;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/campaigns/{id}/preview")
@Tag(name = "Campaigns")
class AudiencePreviewResource {

    private final AudiencePreview preview;

    AudiencePreviewResource(AudiencePreview preview) {
        this.preview = preview;
    }

    @POST
    @RolesAllowed("READ")
    @Operation(summary = "What the first 20 people of the audience would read")
    public Uni<List<PersonView>> preview(long id) {
        return preview.of(id);
    }

    @GET
    @Path("/skipped")
    @RolesAllowed("READ")
    @Operation(summary = "Whom a launch would skip for one reason, the newest contacts first")
    public Uni<Page<Skipped>> skipped(
            long id, @NotNull @QueryParam("reason") SkipReason reason, @BeanParam PageRequest page) {
        return preview.skipped(id, reason, page);
    }
}
