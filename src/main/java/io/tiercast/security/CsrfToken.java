package io.tiercast.security;

import io.tiercast.security.Credential.Kind;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;

/**
 * Proves that a change comes from our own page. It follows from the session's id, which no script can read, so that it need not be
 * stored; and as a hash it does not give the id away.
 */
final class CsrfToken {

    static final String HEADER = "X-CSRF-Token";

    private CsrfToken() {}

    /** The token of the request's session. */
    static String of(RoutingContext request) {
        Cookie session = request.request().getCookie(SessionCookie.NAME);
        return Secrets.hash("csrf:" + session.getValue());
    }

    static boolean presentIfNeeded(RoutingContext request, Credential credential) {
        return credential.kind() != Kind.SESSION
                || Secrets.same(of(request), request.request().getHeader(HEADER));
    }
}
