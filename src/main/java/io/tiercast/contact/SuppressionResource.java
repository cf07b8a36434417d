package io.tiercast.contact;

import io.smallrye.mutiny.Uni;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/suppressions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Suppressions")
class SuppressionResource {

    private final SuppressionService suppressions;

    SuppressionResource(SuppressionService suppressions) {
        this.suppressions = suppressions;
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "Those whom nobody may write to, newest first; a phone finds its entry even after an erasure")
    public Uni<Page<SuppressionView>> list(
            @QueryParam("reason") SuppressionReason reason,
            @QueryParam("phone") String phone,
            @BeanParam PageRequest page) {
        return suppressions.list(reason, phone, page);
    }

    @POST
    @RolesAllowed("ADMIN")
    @Operation(
            summary = "Put a phone on the list; what is queued for it is skipped. Listed already: 200, never narrower")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SuppressionView.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SuppressionView.class)))
    public Uni<Response> add(@NotNull @Valid SuppressPhone request) {
        return suppressions.add(request).map(SuppressionResource::answer);
    }

    @POST
    @Path("/batch")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Put up to 10,000 phones on the list")
    public Uni<SuppressedPhones> addMany(@NotNull @Valid SuppressPhones request) {
        return suppressions.add(request);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("READ")
    @Operation(summary = "One entry")
    public Uni<SuppressionView> get(long id) {
        return suppressions.get(id);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Take an entry off the list; the contact's own consent stays as it is")
    public Uni<Void> remove(long id) {
        return suppressions.remove(id);
    }

    @DELETE
    @RolesAllowed("ADMIN")
    @Operation(summary = "Take a phone off the list")
    public Uni<Void> removePhone(@QueryParam("phone") String phone) {
        return suppressions.removePhone(phone);
    }

    private static Response answer(SuppressionService.Added added) {
        SuppressionView entry = added.entry();
        URI location = URI.create("/v1/suppressions/" + entry.id());
        return added.isNew()
                ? Response.created(location).entity(entry).build()
                : Response.ok(entry).build();
    }
}
