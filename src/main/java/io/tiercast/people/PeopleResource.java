package io.tiercast.people;

import io.smallrye.mutiny.Uni;
import io.tiercast.contact.ContactView;
import io.tiercast.contact.Contacts;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

/** Finding contacts, also by what is kept about them elsewhere, and bringing them in and out by the file. */
@Path("/v1/contacts")
@Tag(name = "Contacts")
class PeopleResource {

    private static final String CSV = "text/csv";

    private final ContactConditions conditions;
    private final Contacts contacts;
    private final ImportService imports;
    private final ContactExport export;
    private final BulkChange bulk;
    private final Erasure erasure;

    PeopleResource(
            ContactConditions conditions,
            Contacts contacts,
            ImportService imports,
            ContactExport export,
            BulkChange bulk,
            Erasure erasure) {
        this.conditions = conditions;
        this.contacts = contacts;
        this.imports = imports;
        this.export = export;
        this.bulk = bulk;
        this.erasure = erasure;
    }

    @GET
    @RolesAllowed("READ")
    @Operation(
            summary = "Contacts that meet all of the given conditions, newest first; by phone if one is searched for")
    public Uni<Page<ContactView>> list(@BeanParam ContactFilter filter, @BeanParam PageRequest page) {
        return filter.asksForPhone() ? byPhone(filter, page) : newestFirst(filter, page);
    }

    private Uni<Page<ContactView>> newestFirst(ContactFilter filter, PageRequest page) {
        int limit = page.limit();
        long beforeId = page.beforeId();
        return conditions
                .of(filter)
                .chain(condition -> contacts.newestFirst(condition, beforeId, limit + 1))
                .map(found -> Page.of(found, limit, ContactView::id));
    }

    private Uni<Page<ContactView>> byPhone(ContactFilter filter, PageRequest page) {
        int limit = page.limit();
        String after = "+" + page.afterId();
        return conditions
                .of(filter)
                .chain(condition -> contacts.byPhone(condition, after, limit + 1))
                .map(found -> Page.of(found, limit, contact -> contact.phone().substring(1)));
    }

    @GET
    @Path("/export")
    @Produces(CSV)
    @RolesAllowed("READ")
    @Operation(summary = "Contacts that meet all of the given conditions, as the CSV that an import reads")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    public RestMulti<String> export(@BeanParam ContactFilter filter) {
        return RestMulti.fromMultiData(conditions.of(filter).onItem().transformToMulti(export::csv))
                .header("Content-Disposition", "attachment; filename=\"contacts.csv\"")
                .build();
    }

    @POST
    @Path("/import")
    @Consumes(CSV)
    @RolesAllowed("ADMIN")
    @Operation(summary = "Bring in a CSV of any size; answered once it is safely received, then worked off")
    @RequestBody(required = true, content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Uni<Response> start(@BeanParam ImportOptions options, @Context HttpServerRequest body) {
        body.pause();
        return imports.start(new io.vertx.mutiny.core.http.HttpServerRequest(body), options)
                .map(PeopleResource::accepted);
    }

    @POST
    @Path("/bulk")
    @RolesAllowed("ADMIN")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Tag, untag, add to a group, remove from it or opt out many contacts at once",
            description =
                    "Those who are meant when it begins are changed 5,000 at a time. A call that breaks off leaves a part done; repeated, it does the rest.")
    public Uni<ChangedContacts> change(@NotNull @Valid ChangeContacts request) {
        return bulk.apply(request);
    }

    @POST
    @Path("/{id}/erase")
    @RolesAllowed("ADMIN")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Erase all that identifies a person; counts stay, and the phone stays suppressed by its hash")
    public Uni<ErasureView> erase(long id) {
        return erasure.ofContact(id);
    }

    private static Response accepted(ImportView started) {
        return Response.accepted(started)
                .location(URI.create("/v1/imports/" + started.id()))
                .build();
    }
}
