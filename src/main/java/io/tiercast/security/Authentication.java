package io.tiercast.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.tiercast.problem.ProblemResponse;
import io.tiercast.problem.Problems;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Finds the caller of a request. Wrong credentials are as good as none: whether any are needed is for {@link ApiGate} to say. */
@ApplicationScoped
class Authentication implements HttpAuthenticationMechanism {

    private static final String CHALLENGE = "Bearer realm=\"Tiercast\"";

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        return ApiGate.open(request)
                ? Uni.createFrom().nullItem()
                : PresentedCredential.in(request)
                        .map(presented -> authenticate(presented, identities))
                        .orElseGet(Uni.createFrom()::nullItem);
    }

    private static Uni<SecurityIdentity> authenticate(
            PresentedCredential presented, IdentityProviderManager identities) {
        return identities
                .authenticate(presented)
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(PresentedCredential.class);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", CHALLENGE));
    }

    /** With a body, and never a redirect. */
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        request.response().putHeader("WWW-Authenticate", CHALLENGE);
        ProblemResponse.send(
                request, Problems.of(401, "unauthorized", "Unauthorized", "Credentials are needed", List.of()));
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
    }
}
