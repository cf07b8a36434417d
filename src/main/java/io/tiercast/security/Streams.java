package io.tiercast.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Streams (SSE) live no longer than the credential with which they were opened.
 *
 * <pre>{@code
 * @GET @Path("stream") @Produces(MediaType.SERVER_SENT_EVENTS) @RolesAllowed("READ")
 * public Multi<OutboundSseEvent> stream() {
 *     return streams.untilSessionEnds(events);   // call it in the resource method, while the request is at hand
 * }
 * }</pre>
 *
 * A path that ends in {@code /stream} may also be opened with a {@code ?token=} of {@code POST /stream-tokens}.
 */
@ApplicationScoped
public class Streams {

    private final OpenStreams open;
    private final SecurityIdentity caller;

    Streams(OpenStreams open, SecurityIdentity caller) {
        this.open = open;
        this.caller = caller;
    }

    /** The stream, completed at once when the caller logs out, and within seconds when the session or key ends otherwise. */
    public <T> Multi<T> untilSessionEnds(Multi<T> stream) {
        return until(stream, open.ended(Caller.credential(caller)));
    }

    /** Either side's end is an empty item, since a merge by itself would wait for both. */
    private static <T> Multi<T> until(Multi<T> stream, Uni<Void> end) {
        Multi<Optional<T>> items = Multi.createBy()
                .concatenating()
                .streams(stream.map(Optional::of), Multi.createFrom().item(Optional.empty()));
        Multi<Optional<T>> ended = end.map(none -> Optional.<T>empty()).toMulti();
        return Multi.createBy()
                .merging()
                .streams(items, ended)
                .select()
                .first(Optional::isPresent)
                .map(Optional::get);
    }
}
