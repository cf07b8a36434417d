package io.tiercast.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/consent-words")
@Tag(name = "Contacts")
class ConsentWordsResource {

    private final ConsentWords words;

    ConsentWordsResource(ConsentWords words) {
        this.words = words;
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "Which replies opt out of marketing, or confirm it, as configured")
    public ConsentWordsView get() {
        return words.configured();
    }
}
