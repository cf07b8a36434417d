package io.tiercast.hook;

import io.smallrye.mutiny.Uni;
import io.tiercast.hook.HookDeliveries.Due;
import io.tiercast.http.LimitedAnswer;
import io.tiercast.http.LimitedCalls;
import io.tiercast.http.OutgoingAddresses;
import io.tiercast.security.SecretBox;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;

/** One signed post. The address is looked up and checked each time, and the post goes to the very address that was checked. */
@ApplicationScoped
class HookPost {

    /** Its secret cannot be read, and a post without a signature would not be believed. */
    static final class Unsigned extends RuntimeException {
        private Unsigned(IllegalStateException cause) {
            super("It cannot be signed: " + cause.getMessage(), cause);
        }
    }

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private final WebClient http;
    private final OutgoingAddresses addresses;
    private final SecretBox secrets;
    private final Clock clock;

    HookPost(Vertx vertx, OutgoingAddresses addresses, SecretBox secrets, Clock clock) {
        this.http = LimitedCalls.client(
                vertx,
                new WebClientOptions()
                        .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
                        .setUserAgent("Tiercast")
                        .setFollowRedirects(false));
        this.addresses = addresses;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The status of the answer; what else it says is not read. Fails if there is none. */
    Uni<Integer> send(Due post) {
        return addresses
                .resolve(post.url())
                .chain(address -> signed(post, address).sendBuffer(Buffer.buffer(post.body())))
                .ifNoItem()
                .after(DEADLINE.plus(CONNECT_TIMEOUT))
                .fail()
                .map(response -> response.statusCode());
    }

    private HttpRequest<Buffer> signed(Due post, InetAddress address) {
        String id = Long.toString(post.id());
        long seconds = clock.instant().getEpochSecond();
        return http.requestAbs(HttpMethod.POST, OutgoingAddresses.server(post.url(), address), post.url())
                .timeout(DEADLINE.toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(seconds))
                .putHeader("webhook-signature", HookSignature.of(secret(post), id, seconds, post.body()))
                .as(LimitedAnswer.codec());
    }

    private String secret(Due post) {
        try {
            return secrets.open(post.secret());
        } catch (IllegalStateException e) {
            throw new Unsigned(e);
        }
    }
}
