package io.tiercast.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.tiercast.http.AnswerHoldsSecret;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Keys for programs. */
@Path("/v1/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
@RolesAllowed("ADMIN")
public class ApiKeyResource {

    private final ApiKeys keys;
    private final SecurityIdentity caller;

    ApiKeyResource(ApiKeys keys, SecurityIdentity caller) {
        this.keys = keys;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "List the API keys in use")
    public Uni<Page<ApiKeyView>> list(@BeanParam PageRequest page) {
        return keys.list(page.beforeId(), page.limit() + 1).map(rows -> Page.of(rows, page.limit(), ApiKeyView::id));
    }

    @POST
    @AnswerHoldsSecret
    @Operation(summary = "Create an API key; its value is shown only here")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = NewApiKey.class)))
    public Uni<Response> create(@Valid CreateApiKey wanted) {
        return keys.create(wanted, caller.getPrincipal().getName())
                .map(key -> Response.created(URI.create("/v1/api-keys/" + key.id()))
                        .entity(key)
                        .build());
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Revoke an API key for good")
    @APIResponse(responseCode = "204", description = "Revoked")
    public Uni<Void> revoke(@PathParam("id") long id) {
        return keys.revoke(id);
    }
}
