package io.tiercast.segment;

import io.smallrye.mutiny.Uni;
import io.tiercast.contact.ContactView;
import io.tiercast.contact.Contacts;
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

@Path("/v1/segments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Segments")
class SegmentResource {

    private final SegmentService segments;
    private final Segments queries;
    private final Contacts contacts;

    SegmentResource(SegmentService segments, Segments queries, Contacts contacts) {
        this.segments = segments;
        this.queries = queries;
        this.contacts = contacts;
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "The segments, newest first")
    public Uni<Page<SegmentView>> list(@BeanParam PageRequest page) {
        int limit = page.limit();
        return segments.list(page.beforeId(), limit + 1)
                .map(found -> Page.of(found.stream().map(SegmentView::of).toList(), limit, SegmentView::id));
    }

    @POST
    @RolesAllowed("ADMIN")
    @Operation(summary = "Create a segment; its name must be new")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SegmentView.class)))
    public Uni<Response> create(@NotNull @Valid CreateSegment request) {
        return segments.create(request).map(SegmentResource::created);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("READ")
    @Operation(summary = "One segment")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SegmentView.class)))
    public Uni<Response> get(long id) {
        return segments.get(id).map(SegmentResource::answer);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Replace the name and the filter of a segment")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SegmentView.class)))
    public Uni<Response> replace(
            long id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid CreateSegment request) {
        return segments.replace(id, request, segment -> Etag.check(ifMatch, segment.version))
                .map(SegmentResource::answer);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Delete a segment that nothing is made of")
    public Uni<Void> delete(long id, @HeaderParam("If-Match") String ifMatch) {
        return segments.delete(id, segment -> Etag.check(ifMatch, segment.version));
    }

    @GET
    @Path("/{id}/contacts")
    @RolesAllowed("READ")
    @Operation(summary = "Who is in a segment now, newest contacts first")
    public Uni<Page<ContactView>> contacts(long id, @BeanParam PageRequest page) {
        int limit = page.limit();
        long beforeId = page.beforeId();
        return segments.get(id)
                .chain(segment -> queries.query(segment.filter))
                .chain(query -> contacts.newestFirst(query.alone(), beforeId, limit + 1))
                .map(found -> Page.of(found, limit, ContactView::id));
    }

    private static Response created(Segment segment) {
        return Etag.created("/v1/segments/" + segment.id, SegmentView.of(segment), segment.version);
    }

    private static Response answer(Segment segment) {
        return Etag.ok(SegmentView.of(segment), segment.version);
    }
}
