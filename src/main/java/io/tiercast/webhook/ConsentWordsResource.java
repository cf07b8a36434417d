package io.tiercast.webhook;

import io.smallrye.mutiny.Uni;
import io.tiercast.http.Etag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/consent-words")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
class ConsentWordsResource {

    private static final String REPLACES = """
            The list `any` takes the place of the configured words; a list of a language, such as `pt` or `pt_BR`, adds to it. A change holds
            for the next reply that comes in. Words are recognised whatever their case, accents and punctuation; a reply that only contains
            one decides nothing.""";

    private final ConsentWordService service;

    ConsentWordsResource(ConsentWordService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "Which replies opt out of marketing, or confirm it")
    public Uni<ConsentWordsView> list() {
        return service.all().map(ConsentWordsView::of);
    }

    @GET
    @Path("/{language}")
    @RolesAllowed("READ")
    @Operation(summary = "The replies of one language")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ConsentWordListView.class)))
    public Uni<Response> get(String language) {
        return service.get(language).map(ConsentWordsResource::answer);
    }

    @PUT
    @Path("/{language}")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Say which replies of a language decide from now on", description = REPLACES)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ConsentWordListView.class)))
    public Uni<Response> replace(
            String language, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ReplaceConsentWords words) {
        return service.replace(language, words, list -> Etag.check(ifMatch, list.tag()))
                .map(ConsentWordsResource::answer);
    }

    @DELETE
    @Path("/{language}")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Forget the own replies of a language; for any, the configured ones hold again")
    public Uni<Void> remove(String language, @HeaderParam("If-Match") String ifMatch) {
        return service.remove(language, list -> Etag.check(ifMatch, list.tag()));
    }

    private static Response answer(ConsentWordList list) {
        return Etag.ok(ConsentWordListView.of(list), list.tag());
    }
}
