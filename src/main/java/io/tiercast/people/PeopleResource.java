package io.tiercast.people;

import io.smallrye.mutiny.Uni;
import io.tiercast.contact.ContactView;
import io.tiercast.contact.Contacts;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finding contacts, also by what is kept about them elsewhere. */
@Path("/v1/contacts")
@Tag(name = "Contacts")
class PeopleResource {

    private final Contacts contacts;

    PeopleResource(Contacts contacts) {
        this.contacts = contacts;
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "Contacts that meet all of the given conditions, newest first")
    public Uni<Page<ContactView>> list(@BeanParam ContactFilter filter, @BeanParam PageRequest page) {
        int limit = page.limit();
        return contacts.newestFirst(filter.condition(), page.beforeId(), limit + 1)
                .map(found -> Page.of(found, limit, ContactView::id));
    }
}
