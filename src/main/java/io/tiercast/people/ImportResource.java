package io.tiercast.people;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import io.tiercast.security.Streams;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Imports under way and done. They are started by {@link PeopleResource}. */
@Path("/v1/imports")
@Tag(name = "Contacts")
class ImportResource {

    private final ImportService service;
    private final Imports imports;
    private final ImportProgress progress;
    private final Streams streams;

    ImportResource(ImportService service, Imports imports, ImportProgress progress, Streams streams) {
        this.service = service;
        this.imports = imports;
        this.progress = progress;
        this.streams = streams;
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "The imports, newest first")
    public Uni<Page<ImportView>> list(@BeanParam PageRequest page) {
        int limit = page.limit();
        return imports.newestFirst(page.beforeId(), limit + 1).map(found -> Page.of(found, limit, ImportView::id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("READ")
    @Operation(summary = "One import")
    public Uni<ImportView> get(long id) {
        return imports.get(id);
    }

    @GET
    @Path("/{id}/rejections")
    @RolesAllowed("READ")
    @Operation(summary = "The lines that became no contact, in their order")
    public Uni<Page<Rejection>> rejections(long id, @BeanParam PageRequest page) {
        int limit = page.limit();
        long afterLine = page.afterId();
        return imports.get(id)
                .chain(() -> imports.rejections(id, afterLine, limit + 1))
                .map(found -> Page.of(found, limit, Rejection::line));
    }

    @GET
    @Path("/{id: [0-9]{1,18}}/stream")
    @KnownImport
    @RolesAllowed("READ")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "The import as it goes on: event \"import\", once at first, then on change until it is over")
    public Multi<OutboundSseEvent> stream(long id, @Context Sse sse) {
        return streams.untilSessionEnds(progress.of(id).map(view -> event(sse, view)));
    }

    private static OutboundSseEvent event(Sse sse, ImportView view) {
        return sse.newEventBuilder()
                .name("import")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(view)
                .build();
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Stop an import; what is stored stays")
    public Uni<ImportView> cancel(long id) {
        return service.cancel(id);
    }
}
