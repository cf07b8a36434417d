package io.tiercast.contact;

import io.smallrye.mutiny.Uni;
import io.tiercast.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/attributes")
@Tag(name = "Contacts")
class AttributeResource {

    private final AttributeKeys attributes;

    AttributeResource(AttributeKeys attributes) {
        this.attributes = attributes;
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "The attributes that contacts have, with their types and labels")
    public Uni<Page<AttributeView>> list() {
        return attributes.all().map(all -> new Page<>(all, null));
    }
}
