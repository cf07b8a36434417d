package io.tiercast.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/**
 * Whoever a request comes from.
 *
 * @param name unique, and for people to read, such as in {@code createdBy}: {@code admin}, or {@code API key billing}
 */
record Caller(String name, Scope scope) {

    private static final String CALLER = "tiercast.caller";
    private static final String CREDENTIAL = "tiercast.credential";

    /** The identity of this caller; the principal's name is {@link #name}. */
    SecurityIdentity identity(Credential credential) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRoles(scope.roles())
                .addAttribute(CALLER, this)
                .addAttribute(CREDENTIAL, credential)
                .build();
    }

    Caller readOnly() {
        return new Caller(name, Scope.READ);
    }

    static Caller of(SecurityIdentity identity) {
        return identity.getAttribute(CALLER);
    }

    /** Null for the anonymous. */
    static Credential credential(SecurityIdentity identity) {
        return identity.getAttribute(CREDENTIAL);
    }
}
