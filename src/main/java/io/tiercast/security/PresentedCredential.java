package io.tiercast.security;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.tiercast.security.Credential.Kind;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The credential that a request carries. A key in the header counts before a cookie, a token only opens a stream. */
final class PresentedCredential extends BaseAuthenticationRequest {

    private static final String BEARER = "Bearer ";

    final Credential credential;

    private PresentedCredential(Kind kind, String secret) {
        credential = Credential.of(kind, secret);
    }

    static Optional<PresentedCredential> in(RoutingContext request) {
        return key(request).or(() -> token(request)).or(() -> session(request));
    }

    private static Optional<PresentedCredential> key(RoutingContext request) {
        return Optional.ofNullable(request.request().getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> new PresentedCredential(
                        Kind.API_KEY, header.substring(BEARER.length()).trim()));
    }

    private static Optional<PresentedCredential> token(RoutingContext request) {
        boolean stream = request.request().method() == HttpMethod.GET
                && request.normalizedPath().endsWith("/stream");
        return Optional.ofNullable(request.request().getParam("token"))
                .filter(token -> stream)
                .map(token -> new PresentedCredential(Kind.STREAM_TOKEN, token));
    }

    private static Optional<PresentedCredential> session(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(SessionCookie.NAME))
                .map(Cookie::getValue)
                .map(id -> new PresentedCredential(Kind.SESSION, id));
    }
}
