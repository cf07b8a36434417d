package io.tiercast.stats;

import io.smallrye.mutiny.Multi;
import io.tiercast.security.Streams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

/** Stats as server-sent events: each an event {@code stats}. */
@ApplicationScoped
class StatsEvents {

    private final Sse sse;
    private final Streams streams;

    StatsEvents(Sse sse, Streams streams) {
        this.sse = sse;
        this.streams = streams;
    }

    /** To be called in the resource method, while the request is at hand. Ends when the caller's session does. */
    Multi<OutboundSseEvent> of(Multi<StatsView> views) {
        return streams.untilSessionEnds(views.map(this::event));
    }

    private OutboundSseEvent event(StatsView view) {
        return sse.newEventBuilder()
                .name("stats")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(StatsView.class, view)
                .build();
    }
}
