package io.tiercast.hook;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.hook.HookDeliveries.Due;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Brings posts to their endpoints. Each endpoint has a round of its own, so that a slow one holds up nobody else. */
@ApplicationScoped
class HookCourier {

    private static final Logger LOG = Logger.getLogger(HookCourier.class);

    private static final int AT_ONCE = 4;
    private static final int GONE = 410;

    private final HookDeliveries deliveries;
    private final HookPost post;
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();

    HookCourier(HookDeliveries deliveries, HookPost post) {
        this.deliveries = deliveries;
        this.post = post;
    }

    @Scheduled(every = "1s", identity = "webhook-courier", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return deliveries
                .waiting()
                .invoke(endpoints -> endpoints.forEach(this::start))
                .replaceWithVoid();
    }

    private void start(long endpointId) {
        if (underWay.add(endpointId)) {
            deliver(endpointId)
                    .onTermination()
                    .invoke(() -> underWay.remove(endpointId))
                    .subscribe()
                    .with(
                            ignored -> {},
                            failure -> LOG.warnf(
                                    "The posts to webhook endpoint %d go on later: %s",
                                    endpointId, failure.getMessage()));
        }
    }

    /** Until nothing more is due. */
    private Uni<Void> deliver(long endpointId) {
        return Multi.createBy()
                .repeating()
                .uni(() -> deliveries.take(endpointId, AT_ONCE))
                .until(List::isEmpty)
                .onItem()
                .transformToUniAndConcatenate(this::postAll)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> postAll(List<Due> posts) {
        return Uni.join()
                .all(posts.stream().map(this::postOne).toList())
                .andFailFast()
                .replaceWithVoid();
    }

    private Uni<Void> postOne(Due due) {
        return post.send(due)
                .onItemOrFailure()
                .transformToUni((status, failure) ->
                        failure == null ? answered(due, status) : deliveries.failed(due, null, words(failure), false));
    }

    private Uni<Void> answered(Due due, int status) {
        return status / 100 == 2
                ? deliveries.delivered(due, status)
                : deliveries.failed(due, status, "It answered " + status + ".", status == GONE);
    }

    private static String words(Throwable failure) {
        if (failure instanceof HookPost.Unsigned) {
            return failure.getMessage();
        }
        return "No answer: "
                + (failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
    }
}
