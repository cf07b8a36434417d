package io.tiercast.hook;

import io.tiercast.hook.WebhookEndpoint.State;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where somebody wants to be told what happens.
 *
 * @param secret with which posts are signed; shown only in the answer that creates it
 * @param disabledReason null while it is enabled
 * @param failingSince nothing got through since; null: the last post did
 */
public record WebhookEndpointView(
        long id,
        String url,
        String description,
        List<HookEvent> events,
        String secret,
        State state,
        String disabledReason,
        Instant failingSince,
        Instant createdAt,
        Instant updatedAt) {

    static WebhookEndpointView of(WebhookEndpoint endpoint) {
        return of(endpoint, null);
    }

    static WebhookEndpointView of(WebhookEndpoint endpoint, String secret) {
        return new WebhookEndpointView(
                endpoint.id,
                endpoint.url,
                endpoint.description,
                Stream.of(endpoint.events).map(HookEvent::valueOf).toList(),
                secret,
                endpoint.state,
                endpoint.disabledReason,
                endpoint.failingSince,
                endpoint.createdAt,
                endpoint.updatedAt);
    }
}
