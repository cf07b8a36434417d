package io.tiercast.stats;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.CampaignDirectory;
import io.tiercast.campaign.CampaignFacts;
import io.tiercast.message.Counts;
import io.tiercast.message.Tally;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Measures how fast campaigns go, from the tally alone: so any node can tell, whichever one sends. */
@ApplicationScoped
class RateMeter {

    /** Samples kept: a second apart, so the rate is that of the last five seconds. */
    private static final int SAMPLES = 6;

    private static final double NANOS = 1e9;

    private record Sample(long nanos, long accepted) {}

    private final CampaignDirectory campaigns;
    private final Tally tally;
    private final Map<Long, Deque<Sample>> samples = new ConcurrentHashMap<>();

    RateMeter(CampaignDirectory campaigns, Tally tally) {
        this.campaigns = campaigns;
        this.tally = tally;
    }

    @Scheduled(every = "1s", identity = "rate-meter", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sample() {
        return campaigns
                .active()
                .map(active -> active.stream().map(CampaignFacts::id).toList())
                .chain(ids -> sample(ids));
    }

    /** Messages accepted per second, to one decimal; 0 for a campaign that is not going. */
    synchronized double perSecond(long campaignId) {
        Deque<Sample> of = samples.get(campaignId);
        if (of == null || of.size() < 2) {
            return 0;
        }
        Sample first = of.getFirst();
        Sample last = of.getLast();
        double rate = (last.accepted - first.accepted) * NANOS / (last.nanos - first.nanos);
        return Math.round(rate * 10) / 10.0;
    }

    private Uni<Void> sample(List<Long> ids) {
        if (ids.isEmpty()) {
            samples.clear();
            return Uni.createFrom().voidItem();
        }
        return tally.read(ids).invoke(this::add).replaceWithVoid();
    }

    private synchronized void add(Map<Long, Counts> counts) {
        samples.keySet().retainAll(counts.keySet());
        counts.forEach((id, count) -> {
            Deque<Sample> of = samples.computeIfAbsent(id, ignored -> new ArrayDeque<>());
            of.addLast(new Sample(System.nanoTime(), count.everAccepted()));
            if (of.size() > SAMPLES) {
                of.removeFirst();
            }
        });
    }
}
