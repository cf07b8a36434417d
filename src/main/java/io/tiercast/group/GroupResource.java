package io.tiercast.group;

import io.smallrye.mutiny.Uni;
import io.tiercast.http.Etag;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Groups")
class GroupResource {

    private final GroupService groups;

    GroupResource(GroupService groups) {
        this.groups = groups;
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "The groups, newest first")
    public Uni<Page<GroupView>> list(@BeanParam PageRequest page) {
        int limit = page.limit();
        return groups.list(page.beforeId(), limit + 1)
                .map(found -> Page.of(found.stream().map(GroupView::of).toList(), limit, GroupView::id));
    }

    @POST
    @RolesAllowed("ADMIN")
    @Operation(summary = "Create an empty group; its name must be new")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = GroupView.class)))
    public Uni<Response> create(@NotNull @Valid CreateGroup request) {
        return groups.create(request).map(GroupResource::created);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("READ")
    @Operation(summary = "One group")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GroupView.class)))
    public Uni<Response> get(long id) {
        return groups.get(id).map(GroupResource::answer);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Rename a group")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GroupView.class)))
    public Uni<Response> replace(
            long id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid CreateGroup request) {
        return groups.replace(id, request, group -> Etag.check(ifMatch, group.version))
                .map(GroupResource::answer);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Delete a group; its contacts stay")
    public Uni<Void> delete(long id) {
        return groups.delete(id);
    }

    private static Response created(Group group) {
        return Etag.created("/v1/groups/" + group.id, GroupView.of(group), group.version);
    }

    private static Response answer(Group group) {
        return Etag.ok(GroupView.of(group), group.version);
    }
}
