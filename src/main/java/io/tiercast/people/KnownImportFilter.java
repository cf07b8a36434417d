package io.tiercast.people;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** The head of an event stream leaves before its first event is known: an unknown import has to be refused before that. */
class KnownImportFilter {

    private final Imports imports;

    KnownImportFilter(Imports imports) {
        this.imports = imports;
    }

    @KnownImport
    // Not marked as non-blocking: such filters must all come before the others, or the application does not start.
    @ServerRequestFilter
    public Uni<Void> refuseUnknown(UriInfo uri) {
        long id = Long.parseLong(uri.getPathParameters().getFirst("id"));
        return imports.get(id).replaceWithVoid();
    }
}
