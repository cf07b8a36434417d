package io.tiercast.security;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Passwords as bcrypt, worked out beside the event loop: one takes about a quarter of a second, on purpose. */
@ApplicationScoped
class Passwords {

    private static final int COST = 12;

    /** Checked when there is no such user, so that the answer takes as long as for one who exists. */
    private static final String NOBODY = "$2a$12$C6UzMDM.H6dfI/f/IKcEeO7ZQhGjQxJ2N5m1zqXqkHn8sWbN1eE4u";

    private final Vertx vertx;

    Passwords(Vertx vertx) {
        this.vertx = vertx;
    }

    Uni<String> hash(String password) {
        return aside(() -> BcryptUtil.bcryptHash(password, COST));
    }

    /** @param hash null if there is no such user */
    Uni<Boolean> matches(String password, String hash) {
        return aside(() -> BcryptUtil.matches(password, hash == null ? NOBODY : hash) && hash != null);
    }

    private <T> Uni<T> aside(Supplier<T> work) {
        return vertx.executeBlocking(work::get, false);
    }
}
