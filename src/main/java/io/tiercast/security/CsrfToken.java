package io.tiercast.security;

import io.tiercast.security.Credential.Kind;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;

/**
 * Proves that a change comes from our own page. It follows from the session's id, which no script can read, so that it need not be
 * stored; and as a hash it does not give the id away.
 */
final class CsrfToken {

    static final String HEADER = "X-CSRF-Token";

    private CsrfToken() {}

    static String of(String sessionId) {
        return Secrets.hash("csrf:" + sessionId);
    }

    /** The token of the request's session; null if it came without. */
    static String of(HttpServerRequest request) {
        Cookie session = request.getCookie(SessionCookie.NAME);
        return session == null ? null : of(session.getValue());
    }

    static boolean presentIfNeeded(HttpServerRequest request, Credential credential) {
        return credential.kind() != Kind.SESSION || Secrets.same(of(request), request.getHeader(HEADER));
    }
}
