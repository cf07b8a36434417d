package io.tiercast.people;

import io.smallrye.mutiny.Uni;
import io.tiercast.contact.Contacts;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/contacts/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
class TimelineResource {

    private final Contacts contacts;
    private final Timeline timeline;

    TimelineResource(Contacts contacts, Timeline timeline) {
        this.contacts = contacts;
        this.timeline = timeline;
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "Campaigns, replies, changes of consent and behaviour of a contact, newest first")
    public Uni<Page<TimelineEntry>> list(long id, @BeanParam PageRequest page) {
        return contacts.require(id).chain(() -> timeline.of(id, page));
    }
}
