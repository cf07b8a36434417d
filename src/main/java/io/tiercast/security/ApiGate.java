package io.tiercast.security;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Stands before the API and the operator's pages: nobody gets past without credentials, whatever the path or the body. Changes
 * that rely on the cookie need the token that only our own pages can read.
 */
@ApplicationScoped
class ApiGate implements HttpSecurityPolicy {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String LOG_IN = "/api/v1/session";
    private static final String HEALTH = "/q/health";

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        return open(request) ? CheckResult.permit() : identity.map(caller -> check(request, caller));
    }

    static boolean open(RoutingContext request) {
        String path = request.normalizedPath();
        return !(under(path, "/api") || under(path, "/q"))
                || under(path, HEALTH)
                || (path.equals(LOG_IN) && request.request().method() == HttpMethod.POST)
                || (LaunchMode.current().isDev() && under(path, "/q"));
    }

    private static boolean under(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    private static CheckResult check(RoutingContext request, SecurityIdentity caller) {
        if (caller.isAnonymous()) {
            return CheckResult.DENY;
        }
        boolean change = !SAFE.contains(request.request().method());
        if (change && !CsrfToken.presentIfNeeded(request.request(), Caller.credential(caller))) {
            throw Problems.of(
                    403, "csrf-token", "Forbidden", "X-CSRF-Token must carry the token of GET /session", List.of());
        }
        return CheckResult.PERMIT;
    }
}
