package io.tiercast.security;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Duration;

/** The cookie that carries a session's id: out of reach of scripts, and not sent along from other sites' forms. */
final class SessionCookie {

    static final String NAME = "tiercast_session";

    private SessionCookie() {}

    static NewCookie of(String id, Duration lifetime, HttpServerRequest request) {
        return new NewCookie.Builder(NAME)
                .value(id)
                .path("/")
                .maxAge((int) lifetime.toSeconds())
                .httpOnly(true)
                .sameSite(SameSite.LAX)
                .secure("https".equals(request.scheme()))
                .build();
    }

    static NewCookie none(HttpServerRequest request) {
        return of("", Duration.ZERO, request);
    }
}
