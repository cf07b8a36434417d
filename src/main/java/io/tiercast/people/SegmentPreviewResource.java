package io.tiercast.people;

import io.smallrye.mutiny.Uni;
import io.tiercast.contact.Contacts;
import io.tiercast.message.Audiences;
import io.tiercast.segment.FilterDoor;
import io.tiercast.segment.FilterQuery;
import io.tiercast.segment.Segments;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Counts by the rules of a campaign's start, so that a preview promises nothing that a launch does not keep. */
@Path("/v1/segments/preview")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Segments")
class SegmentPreviewResource {

    private final FilterDoor door;
    private final Segments segments;
    private final Audiences audiences;
    private final Contacts contacts;

    SegmentPreviewResource(FilterDoor door, Segments segments, Audiences audiences, Contacts contacts) {
        this.door = door;
        this.segments = segments;
        this.audiences = audiences;
        this.contacts = contacts;
    }

    @POST
    @RolesAllowed("READ")
    @Operation(summary = "Who meets a filter now: how many, how many of them can be written to, and some of them")
    public Uni<SegmentPreview> preview(@NotNull @Valid PreviewSegment request) {
        return door.check(request.filter())
                .chain(() -> segments.query(request.filter()))
                .chain(query -> preview(query, request.category()));
    }

    private Uni<SegmentPreview> preview(FilterQuery query, PreviewSegment.Category category) {
        return audiences
                .preview(category.name(), query.contacts())
                .chain(found -> contacts.of(found.some()).map(some -> SegmentPreview.of(found.matched(), some)));
    }
}
