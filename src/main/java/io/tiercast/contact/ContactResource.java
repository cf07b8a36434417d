package io.tiercast.contact;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.tiercast.http.Etag;
import io.tiercast.http.MergePatch;
import io.tiercast.http.OptionalBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
class ContactResource {

    private final ContactService contacts;
    private final ContactBatch batch;
    private final MergePatch mergePatch;

    ContactResource(ContactService contacts, ContactBatch batch, MergePatch mergePatch) {
        this.contacts = contacts;
        this.batch = batch;
        this.mergePatch = mergePatch;
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

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed("ADMIN")
    @Operation(summary = "Change what is named, clear what is null")
    @RequestBody(content = @Content(schema = @Schema(implementation = UpdateContact.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ContactView.class)))
    public Uni<Response> update(long id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        return contacts.edit(id, contact -> patched(contact, patch, ifMatch)).map(ContactResource::answer);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Delete a contact; messages still queued for it are skipped")
    public Uni<Void> delete(long id) {
        return contacts.delete(id);
    }

    @POST
    @Path("/{id}/consent-request")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Ask for consent to marketing; it counts once the person confirms it by a word or a button")
    public Uni<ContactView> requestConsent(long id, @OptionalBody @Valid RequestConsent request) {
        return contacts.requestConsent(id, request == null ? RequestConsent.PLAIN : request)
                .map(ContactView::of);
    }

    private UpdateContact patched(Contact contact, JsonNode patch, String ifMatch) {
        Etag.check(ifMatch, contact.version);
        return mergePatch.apply(patch, UpdateContact.of(contact), UpdateContact.class);
    }

    private static Response created(Contact contact) {
        return Etag.created("/v1/contacts/" + contact.id, ContactView.of(contact), contact.version);
    }

    private static Response answer(Contact contact) {
        return Etag.ok(ContactView.of(contact), contact.version);
    }
}
