package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.message.RecipientView;
import io.tiercast.message.Recipients;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

@Path("/v1/campaigns/{id}/recipients")
@Tag(name = "Campaigns")
class RecipientResource {

    private final Campaigns campaigns;
    private final Recipients recipients;
    private final RecipientExport export;

    RecipientResource(Campaigns campaigns, Recipients recipients, RecipientExport export) {
        this.campaigns = campaigns;
        this.recipients = recipients;
        this.export = export;
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "The frozen audience, in its order, and how each person stands")
    public Uni<Page<RecipientView>> list(long id, @BeanParam RecipientFilter filter, @BeanParam PageRequest page) {
        Recipients.Filter wanted = filter.wanted();
        return campaigns
                .get(id)
                .chain(() -> recipients.page(id, wanted, page.afterId(), page.limit() + 1))
                .map(rows -> Page.of(rows, page.limit(), RecipientView::seq));
    }

    @GET
    @Path("/export")
    @RolesAllowed("READ")
    @Produces("text/csv; charset=UTF-8")
    @Operation(summary = "The same as CSV, streamed")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public RestMulti<String> export(long id, @BeanParam RecipientFilter filter) {
        Recipients.Filter wanted = filter.wanted();
        return RestMulti.fromMultiData(
                        campaigns.get(id).onItem().transformToMulti(campaign -> export.csv(campaign.id, wanted)))
                .header("Content-Disposition", "attachment; filename=\"recipients.csv\"")
                .build();
    }
}
