package io.tiercast.stats;

import io.smallrye.mutiny.Multi;
import io.tiercast.security.Streams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;

/** Stats as server-sent events: each an event {@code stats}; a comment every 15 s keeps the connection alive. */
@ApplicationScoped
class StatsEvents {

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

    private final Sse sse;
    private final Streams streams;

    StatsEvents(Sse sse, Streams streams) {
        this.sse = sse;
        this.streams = streams;
    }

    /** To be called in the resource method, while the request is at hand. Ends when the caller's session does. */
    Multi<OutboundSseEvent> of(Multi<StatsView> views) {
        Multi<OutboundSseEvent> alive = Multi.createFrom()
                .ticks()
                .startingAfter(KEEP_ALIVE)
                .every(KEEP_ALIVE)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("alive").build());
        return streams.untilSessionEnds(Multi.createBy().merging().streams(views.map(this::event), alive));
    }

    private OutboundSseEvent event(StatsView view) {
        return sse.newEventBuilder()
                .name("stats")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(StatsView.class, view)
                .build();
    }
}
