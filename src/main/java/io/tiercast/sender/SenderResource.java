package io.tiercast.sender;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.tiercast.http.Etag;
import io.tiercast.http.MergePatch;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import io.tiercast.problem.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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

@Path("/v1/senders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Senders")
public class SenderResource {

    private final SenderService service;
    private final SenderRepository repository;
    private final PortfolioWindow window;

    public SenderResource(SenderService service, SenderRepository repository, PortfolioWindow window) {
        this.service = service;
        this.repository = repository;
        this.window = window;
    }

    @POST
    @RolesAllowed("ADMIN")
    @Operation(summary = "Add a number; it is read from Meta first")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SenderView.class)))
    public Uni<Response> create(@NotNull @Valid CreateSender request) {
        return service.create(request)
                .map(sender -> Etag.created("/v1/senders/" + sender.id, service.view(sender), sender.version));
    }

    @GET
    @RolesAllowed("READ")
    @WithSession
    @Operation(summary = "List the numbers, newest first")
    public Uni<Page<SenderView>> list(@BeanParam PageRequest page) {
        int limit = page.limit();
        return repository
                .before(page.beforeId(), limit + 1)
                .map(senders -> Page.of(senders.stream().map(service::view).toList(), limit, SenderView::id));
    }

    @GET
    @Path("/{id}/limits")
    @RolesAllowed("READ")
    @Operation(summary = "How much the number may still send in the rolling 24 hours, and how fast it goes")
    public Uni<SenderLimits> limits(long id) {
        return window.limits(id).onItem().ifNull().failWith(() -> Problems.notFound("sender", id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("READ")
    @WithSession
    @Operation(summary = "Show one number")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SenderView.class)))
    public Uni<Response> get(long id) {
        return repository.get(id).map(this::answer);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed("ADMIN")
    @Operation(summary = "Change name, secrets or throughput")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SenderView.class)))
    public Uni<Response> patch(long id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PatchSender patch) {
        return service.patch(id, patch, sender -> Etag.check(ifMatch, sender.version))
                .map(this::answer);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Remove a number")
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Void> delete(long id) {
        return service.delete(id);
    }

    @POST
    @Path("/{id}/sync")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Read the number again from Meta")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SenderView.class)))
    public Uni<Response> sync(long id) {
        return service.sync(id).map(this::answer);
    }

    private Response answer(Sender sender) {
        return Etag.ok(service.view(sender), sender.version);
    }
}
