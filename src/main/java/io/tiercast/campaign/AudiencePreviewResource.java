package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.AudiencePreview.PersonView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
}
