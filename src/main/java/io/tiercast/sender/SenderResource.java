package io.tiercast.sender;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/senders")
@Tag(name = "Senders")
public class SenderResource {

    private final SenderService service;
    private final SenderRepository repository;

    public SenderResource(SenderService service, SenderRepository repository) {
        this.service = service;
        this.repository = repository;
    }

    @POST
    @RolesAllowed("ADMIN")
    @Operation(summary = "Add a number; it is read from Meta first")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = SenderView.class)))
    public Uni<RestResponse<SenderView>> create(@NotNull @Valid CreateSender request) {
        return service.create(request)
                .map(sender -> RestResponse.ResponseBuilder.<SenderView>created(URI.create("/v1/senders/" + sender.id))
                        .entity(SenderView.of(sender))
                        .build());
    }

    @GET
    @RolesAllowed("READ")
    @WithSession
    @Operation(summary = "List the numbers, newest first")
    public Uni<Page<SenderView>> list(@BeanParam PageRequest page) {
        int limit = page.limit();
        return repository
                .before(page.beforeId(), limit + 1)
                .map(senders -> Page.of(senders.stream().map(SenderView::of).toList(), limit, SenderView::id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("READ")
    @WithSession
    @Operation(summary = "Show one number")
    public Uni<SenderView> get(long id) {
        return repository.get(id).map(SenderView::of);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed("ADMIN")
    @Operation(summary = "Change name, secrets or throughput")
    public Uni<SenderView> patch(long id, @NotNull @Valid PatchSender patch) {
        return service.patch(id, patch).map(SenderView::of);
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
    public Uni<SenderView> sync(long id) {
        return service.sync(id).map(SenderView::of);
    }
}
