package io.tiercast.stats;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Tells watchers when counts change, at most five times a second. However many watch, the tables are read once a tick; when
 * nobody does, not at all.
 */
@ApplicationScoped
class StatsFeed {

    private static final Duration TICK = Duration.ofMillis(200);

    private final StatsReader reader;
    private final Map<Long, Integer> watched = new ConcurrentHashMap<>();
    private final Multi<Map<Long, StatsView>> ticksOfWatched;
    private final Multi<List<StatsView>> ticksOfActive;

    StatsFeed(StatsReader reader) {
        this.reader = reader;
        this.ticksOfWatched = ticks(this::readWatched);
        this.ticksOfActive = ticks(reader::active);
    }

    /** The stats of one campaign: now, then at each change. */
    Multi<StatsView> of(long campaignId) {
        Multi<StatsView> changes = ticksOfWatched
                .onSubscription()
                .invoke(() -> watched.merge(campaignId, 1, Integer::sum))
                .onTermination()
                .invoke(() -> watched.computeIfPresent(campaignId, (id, n) -> n == 1 ? null : n - 1))
                .onOverflow()
                .dropPreviousItems()
                .filter(views -> views.containsKey(campaignId))
                .map(views -> views.get(campaignId));
        Uni<StatsView> first = reader.read(Set.of(campaignId)).map(views -> views.get(0));
        return Multi.createBy()
                .concatenating()
                .streams(first.toMulti(), changes)
                .skip()
                .repetitions((last, next) -> next.saysTheSame(last) ? 0 : 1);
    }

    /** The stats of all campaigns that are going: each now, then each at its changes. */
    Multi<StatsView> ofAll() {
        return Multi.createFrom().deferred(() -> {
            Map<Long, StatsView> last = new ConcurrentHashMap<>();
            return ticksOfActive
                    .onOverflow()
                    .dropPreviousItems()
                    .onItem()
                    .<StatsView>disjoint()
                    .filter(view -> !view.saysTheSame(last.put(view.campaignId(), view)));
        });
    }

    private Uni<Map<Long, StatsView>> readWatched() {
        return reader.read(Set.copyOf(watched.keySet()))
                .map(views -> views.stream().collect(Collectors.toMap(StatsView::campaignId, view -> view)));
    }

    private static <T> Multi<T> ticks(Supplier<Uni<T>> read) {
        return Multi.createFrom()
                .ticks()
                .every(TICK)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> read.get().onFailure().recoverWithNull())
                .broadcast()
                .withCancellationAfterLastSubscriberDeparture()
                .toAllSubscribers();
    }
}
