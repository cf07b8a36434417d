package io.tiercast.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.tiercast.http.AnswerHoldsSecret;
import io.tiercast.sql.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tokens for dashboards elsewhere, whose EventSource can send neither header nor cookie. */
@Path("/v1/stream-tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class StreamTokenResource {

    private static final String ISSUE = """
            insert into stream_token (hash, issuer_kind, issuer_hash, expires_at) values ($1, $2, $3, now() + interval '60 seconds')
            returning expires_at""";

    private final Sql sql;
    private final SecurityIdentity caller;

    StreamTokenResource(Sql sql, SecurityIdentity caller) {
        this.sql = sql;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("READ")
    @AnswerHoldsSecret
    @Operation(summary = "A token that opens one stream within 60 seconds")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = StreamTokenView.class)))
    public Uni<Response> issue() {
        String token = Secrets.create();
        Credential issuer = Caller.credential(caller);
        return sql.first(
                        ISSUE,
                        row -> row.getOffsetDateTime("expires_at")
                                .withOffsetSameInstant(ZoneOffset.UTC)
                                .toInstant(),
                        Secrets.hash(token),
                        issuer.kind().name(),
                        issuer.hash())
                .map(expiresAt -> Response.status(Response.Status.CREATED)
                        .entity(new StreamTokenView(token, expiresAt))
                        .build());
    }
}
