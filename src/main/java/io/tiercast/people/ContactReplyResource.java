package io.tiercast.people;

import io.smallrye.mutiny.Uni;
import io.tiercast.contact.Contacts;
import io.tiercast.message.Replies;
import io.tiercast.message.ReplyView;
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

@Path("/v1/contacts/{id}/replies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
class ContactReplyResource {

    private final Contacts contacts;
    private final Replies replies;

    ContactReplyResource(Contacts contacts, Replies replies) {
        this.contacts = contacts;
        this.replies = replies;
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "What the contact wrote, newest first")
    public Uni<Page<ReplyView>> list(long id, @BeanParam PageRequest page) {
        return contacts.require(id).chain(() -> replies.ofContact(id, page));
    }
}
