package io.tiercast.contact;

import io.smallrye.mutiny.Uni;
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

@Path("/v1/contacts/{id}/consent-history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
class ConsentHistoryResource {

    private final ConsentHistory history;

    ConsentHistoryResource(ConsentHistory history) {
        this.history = history;
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "How the consent of a contact came about, newest first")
    public Uni<Page<ConsentChange>> list(long id, @BeanParam PageRequest page) {
        return history.of(id, page);
    }
}
