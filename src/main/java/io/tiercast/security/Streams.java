package io.tiercast.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;

/**
 * Streams (SSE) live no longer than the credential with which they were opened. A comment every 15 s keeps their connection alive:
 * what is in between gives up those that are silent.
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

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

    private final OpenStreams open;
    private final SecurityIdentity caller;
    private final Sse sse;

    Streams(OpenStreams open, SecurityIdentity caller, Sse sse) {
        this.open = open;
        this.caller = caller;
        this.sse = sse;
    }

    /** The stream, completed at once when the caller logs out, and within seconds when the session or key ends otherwise. */
    public Multi<OutboundSseEvent> untilSessionEnds(Multi<OutboundSseEvent> stream) {
        return until(stream, open.ended(Caller.credential(caller)));
    }

    /** Either side's end is an empty item, since a merge by itself would wait for both. */
    private Multi<OutboundSseEvent> until(Multi<OutboundSseEvent> stream, Uni<Void> end) {
        Multi<Optional<OutboundSseEvent>> items = Multi.createBy()
                .concatenating()
                .streams(stream.map(Optional::of), Multi.createFrom().item(Optional.empty()));
        Multi<Optional<OutboundSseEvent>> ended =
                end.map(none -> Optional.<OutboundSseEvent>empty()).toMulti();
        return Multi.createBy()
                .merging()
                .streams(items, ended, alive().map(Optional::of))
                .select()
                .first(Optional::isPresent)
                .map(Optional::get);
    }

    private Multi<OutboundSseEvent> alive() {
        return Multi.createFrom()
                .ticks()
                .startingAfter(KEEP_ALIVE)
                .every(KEEP_ALIVE)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("alive").build());
    }
}
