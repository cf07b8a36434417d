package io.tiercast.hook;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.tiercast.hook.WebhookEndpoint.State;
import io.tiercast.http.OutgoingAddresses;
import io.tiercast.problem.Problems;
import io.tiercast.security.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/** Decides which endpoints there may be. */
@ApplicationScoped
class WebhookEndpointService {

    private final WebhookEndpointRepository repository;
    private final OutgoingAddresses addresses;
    private final SecretBox secrets;
    private final Clock clock;

    WebhookEndpointService(
            WebhookEndpointRepository repository, OutgoingAddresses addresses, SecretBox secrets, Clock clock) {
        this.repository = repository;
        this.addresses = addresses;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param secret with which its posts are signed */
    @WithTransaction
    Uni<WebhookEndpoint> create(CreateWebhookEndpoint request, String secret) {
        WebhookEndpoint endpoint = new WebhookEndpoint();
        endpoint.url = callable(request.url());
        endpoint.events = names(request.events());
        endpoint.description = request.description();
        endpoint.secret = secrets.seal(secret);
        endpoint.createdAt = now();
        endpoint.updatedAt = endpoint.createdAt;
        endpoint.enabledAt = endpoint.createdAt;
        return repository.persistAndFlush(endpoint);
    }

    /** @param allows refuses if the endpoint is not the one that the client saw */
    @WithTransaction
    Uni<WebhookEndpoint> patch(long id, PatchWebhookEndpoint patch, Consumer<WebhookEndpoint> allows) {
        return repository.get(id).invoke(allows).invoke(endpoint -> apply(patch, endpoint));
    }

    @WithTransaction
    Uni<Void> delete(long id) {
        return repository.get(id).chain(repository::delete);
    }

    private void apply(PatchWebhookEndpoint patch, WebhookEndpoint endpoint) {
        if (patch.url != null) {
            endpoint.url = callable(patch.url.get());
        }
        if (patch.events != null) {
            endpoint.events = names(patch.events.get());
        }
        if (patch.description != null) {
            endpoint.description = patch.description.orElse(null);
        }
        if (patch.state != null && patch.state.get() != endpoint.state) {
            endpoint.state = patch.state.get();
            endpoint.enabledAt = now();
            endpoint.disabledReason = endpoint.state == State.DISABLED ? "Disabled by a person." : null;
            endpoint.failingSince = null;
        }
        endpoint.updatedAt = now();
    }

    private String callable(String url) {
        addresses.problem(url).ifPresent(problem -> {
            throw Problems.invalid("url", problem);
        });
        return url;
    }

    private static String[] names(List<HookEvent> events) {
        return events.stream().distinct().map(Enum::name).toArray(String[]::new);
    }

    /** To the microsecond, as PostgreSQL keeps it, so that the first answer equals all later ones. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
