package io.tiercast.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.tiercast.http.AnswerHoldsSecret;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Logging in and out with a browser. */
@Path("/v1/session")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class SessionResource {

    private static final URI HERE = URI.create("/v1/session");

    private final Sessions sessions;
    private final AccessSettings settings;
    private final SecurityIdentity caller;

    SessionResource(Sessions sessions, AccessSettings settings, SecurityIdentity caller) {
        this.sessions = sessions;
        this.settings = settings;
        this.caller = caller;
    }

    @POST
    @PermitAll
    @AnswerHoldsSecret
    @Operation(summary = "Log in; sets the session cookie")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SessionView.class)))
    public Uni<Response> logIn(@Valid LogIn logIn, @Context HttpServerRequest request) {
        return sessions.open(logIn, address(request))
                .chain(id -> sessions.passwordChangeDue(logIn.username())
                        .map(due -> opened(id, logIn.username(), due, request)));
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "Who is logged in, and the token that changes must carry")
    public Uni<SessionView> get(@Context HttpServerRequest request) {
        String username = caller.getPrincipal().getName();
        return sessions.passwordChangeDue(username)
                .map(due -> new SessionView(username, Caller.of(caller).scope(), CsrfToken.of(request), due));
    }

    @PUT
    @Path("password")
    @RolesAllowed("READ")
    @Operation(summary = "Change the password; other sessions of the user end")
    @APIResponse(responseCode = "204", description = "Changed")
    public Uni<Void> changePassword(@Valid ChangePassword change, @Context HttpServerRequest request) {
        return sessions.changePassword(caller, change, address(request));
    }

    @DELETE
    @RolesAllowed("READ")
    @Operation(summary = "Log out; open streams of the session are closed")
    @APIResponse(responseCode = "204", description = "Logged out")
    public Uni<Response> logOut(@Context HttpServerRequest request) {
        return sessions.end(Caller.credential(caller))
                .map(ended ->
                        Response.noContent().cookie(SessionCookie.none(request)).build());
    }

    private Response opened(String id, String username, boolean passwordChangeDue, HttpServerRequest request) {
        return Response.created(HERE)
                .entity(new SessionView(username, Scope.ADMIN, CsrfToken.of(id), passwordChangeDue))
                .cookie(SessionCookie.of(id, settings.session().lifetime(), request))
                .build();
    }

    private static String address(HttpServerRequest request) {
        return request.remoteAddress().hostAddress();
    }
}
