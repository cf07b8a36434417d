package io.tiercast.contact;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/contacts")
@Tag(name = "Contacts")
class ContactResource {

    private final ContactService contacts;
    private final ContactBatch batch;

    ContactResource(ContactService contacts, ContactBatch batch) {
        this.contacts = contacts;
        this.batch = batch;
    }

    @POST
    @RolesAllowed("ADMIN")
    @Operation(summary = "Create a contact; a known phone is refused with the id of its contact")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ContactView.class)))
    public Uni<Response> create(@NotNull @Valid CreateContact request) {
        return contacts.create(request).map(ContactResource::created);
    }

    @POST
    @Path("/batch")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Create or merge up to 1,000 contacts by phone; one bad item does not fail the others")
    public Uni<BatchView> createMany(@NotNull @Valid CreateContacts request) {
        return batch.store(request.contacts()).map(BatchView::new);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("READ")
    @Operation(summary = "One contact")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ContactView.class)))
    public Uni<Response> get(long id) {
        return contacts.get(id).map(ContactResource::answer);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Delete a contact; messages still queued for it are skipped")
    public Uni<Void> delete(long id) {
        return contacts.delete(id);
    }

    private static Response created(Contact contact) {
        return Response.created(URI.create("/v1/contacts/" + contact.id))
                .entity(ContactView.of(contact))
                .tag(Integer.toString(contact.version))
                .build();
    }

    private static Response answer(Contact contact) {
        return Response.ok(ContactView.of(contact))
                .tag(Integer.toString(contact.version))
                .build();
    }
}
