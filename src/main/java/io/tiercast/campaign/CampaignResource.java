package io.tiercast.campaign;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.tiercast.http.OptionalBody;
import io.tiercast.message.Tally;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns")
class CampaignResource {

    private final Campaigns campaigns;
    private final PlanCheck check;
    private final Preflight preflight;
    private final Launches launches;
    private final CampaignActions actions;
    private final Tally tally;
    private final SecurityIdentity caller;

    CampaignResource(
            Campaigns campaigns,
            PlanCheck check,
            Preflight preflight,
            Launches launches,
            CampaignActions actions,
            Tally tally,
            SecurityIdentity caller) {
        this.campaigns = campaigns;
        this.check = check;
        this.preflight = preflight;
        this.launches = launches;
        this.actions = actions;
        this.tally = tally;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("ADMIN")
    @Operation(summary = "Create a draft")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Uni<Response> create(@NotNull @Valid CreateCampaign request) {
        return check.check(request.plan())
                .chain(() -> campaigns.create(request, name()))
                .chain(campaign -> answer(Response.created(uri(campaign)), campaign));
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "Campaigns, newest first")
    public Uni<Page<CampaignView>> list(
            @QueryParam("state") CampaignState state, @QueryParam("label") String label, @BeanParam PageRequest page) {
        return campaigns
                .page(state, label, page.beforeId(), page.limit() + 1)
                .chain(this::views)
                .map(views -> Page.of(views, page.limit(), CampaignView::id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("READ")
    @Operation(summary = "One campaign")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Uni<Response> get(long id) {
        return campaigns.get(id).chain(campaign -> answer(Response.ok(), campaign));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Replace the plan of a draft or scheduled campaign; it is a draft afterwards")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Uni<Response> replace(
            long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid CreateCampaign request) {
        return check.check(request.plan())
                .chain(() -> campaigns.replace(id, request, ifMatch))
                .chain(campaign -> answer(Response.ok(), campaign));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Delete a draft or scheduled campaign")
    public Uni<Void> delete(long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return campaigns.delete(id, ifMatch);
    }

    @POST
    @Path("/{id}/duplicate")
    @RolesAllowed("ADMIN")
    @Operation(summary = "A new draft with the same plan")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Uni<Response> duplicate(long id) {
        return campaigns.duplicate(id, name()).chain(copy -> answer(Response.created(uri(copy)), copy));
    }

    @POST
    @Path("/{id}/preflight")
    @RolesAllowed("READ")
    @Operation(summary = "What a launch would do: to whom, who is left out and why, what stops it")
    public Uni<PreflightView> preflight(long id) {
        return campaigns.get(id).chain(preflight::of);
    }

    @POST
    @Path("/{id}/launch")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Launch a draft; 422 with the problems if it cannot be sent")
    public Uni<CampaignView> launch(long id, @OptionalBody @Valid LaunchCampaign request) {
        return launches.launch(id, request == null ? null : request.maxRecipients(), name())
                .chain(this::view);
    }

    @POST
    @Path("/{id}/pause")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Stop sending until resumed")
    public Uni<CampaignView> pause(long id) {
        return actions.pause(id, name()).chain(this::view);
    }

    @POST
    @Path("/{id}/resume")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Go on sending")
    public Uni<CampaignView> resume(long id) {
        return actions.resume(id, name()).chain(this::view);
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed("ADMIN")
    @Operation(summary = "End it; who has no message yet is skipped")
    public Uni<CampaignView> cancel(long id) {
        return actions.cancel(id, name()).chain(this::view);
    }

    @POST
    @Path("/{id}/unconfirmed")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Decide about the messages of which nobody knows whether they arrived")
    public Uni<CampaignView> unconfirmed(long id, @NotNull @Valid DecideUnconfirmed request) {
        return actions.decideUnconfirmed(id, request.action()).chain(this::view);
    }

    private Uni<Response> answer(ResponseBuilder response, Campaign campaign) {
        return view(campaign)
                .map(view -> response.entity(view)
                        .tag(new EntityTag(Integer.toString(campaign.version)))
                        .build());
    }

    private Uni<CampaignView> view(Campaign campaign) {
        return tally.read(campaign.id).map(counts -> CampaignView.of(campaign, counts));
    }

    private Uni<List<CampaignView>> views(List<Campaign> page) {
        return tally.read(page.stream().map(campaign -> campaign.id).toList())
                .map(counts -> page.stream()
                        .map(campaign -> CampaignView.of(campaign, counts.get(campaign.id)))
                        .toList());
    }

    private String name() {
        return caller.getPrincipal().getName();
    }

    private static URI uri(Campaign campaign) {
        return URI.create("/v1/campaigns/" + campaign.id);
    }
}
