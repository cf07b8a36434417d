package io.tiercast.stats;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.CampaignDirectory;
import io.tiercast.campaign.CampaignFacts;
import io.tiercast.campaign.CampaignState;
import io.tiercast.message.Counts;
import io.tiercast.message.MessageState;
import io.tiercast.message.Tally;
import io.tiercast.sender.LimitedBy;
import io.tiercast.sender.PortfolioWindow;
import io.tiercast.sender.SenderLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Puts the counts of campaigns together with how they stand. Reads a few rows a campaign, whatever its size. */
@ApplicationScoped
class StatsReader {

    private final CampaignDirectory campaigns;
    private final Tally tally;
    private final PortfolioWindow window;
    private final RateMeter rates;
    private final Clock clock;

    StatsReader(CampaignDirectory campaigns, Tally tally, PortfolioWindow window, RateMeter rates, Clock clock) {
        this.campaigns = campaigns;
        this.tally = tally;
        this.window = window;
        this.rates = rates;
        this.clock = clock;
    }

    /** The stats of those of the campaigns that exist. */
    Uni<List<StatsView>> read(Collection<Long> campaignIds) {
        return campaigns.facts(campaignIds).chain(this::of);
    }

    /** The stats of all campaigns that are going. */
    Uni<List<StatsView>> active() {
        return campaigns.active().chain(this::of);
    }

    private Uni<List<StatsView>> of(List<CampaignFacts> facts) {
        return tally.read(facts.stream().map(CampaignFacts::id).toList())
                .chain(counts -> limits(facts).map(limits -> views(facts, counts, limits)));
    }

    private Uni<Map<Long, SenderLimits>> limits(List<CampaignFacts> facts) {
        return Multi.createFrom()
                .iterable(facts.stream()
                        .map(CampaignFacts::senderId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .onItem()
                .transformToUniAndConcatenate(id -> window.limits(id).map(limits -> Map.entry(id, limits)))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private List<StatsView> views(List<CampaignFacts> facts, Map<Long, Counts> counts, Map<Long, SenderLimits> limits) {
        return facts.stream()
                .map(fact -> view(fact, counts.get(fact.id()), limits(fact, limits.get(fact.senderId()))))
                .toList();
    }

    /** Null if there is no such number. */
    private static SenderLimits limits(CampaignFacts facts, SenderLimits ofSender) {
        return ofSender == null ? null : ofSender.of(facts.category());
    }

    private StatsView view(CampaignFacts facts, Counts counts, SenderLimits limits) {
        long remaining = counts.in(MessageState.QUEUED, MessageState.DEFERRED);
        double rate = facts.state() == CampaignState.RUNNING ? rates.perSecond(facts.id()) : 0;
        return new StatsView(
                facts.id(),
                facts.state(),
                counts.total(),
                counts.version(),
                buckets(counts),
                funnel(counts),
                engagement(counts),
                counts.failedByCode(),
                counts.skippedByReason(),
                variants(counts),
                counts.duplicates(),
                rate,
                remaining == 0 ? LimitedBy.NONE : limitedBy(facts, limits),
                remaining == 0 || limits == null ? null : finish(facts, remaining, rate, limits),
                facts.startedAt(),
                facts.finishedAt(),
                facts.settledAt(),
                clock.instant());
    }

    private static List<StatsView.Variant> variants(Counts counts) {
        return counts.variants().entrySet().stream()
                .map(entry -> variant(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static StatsView.Variant variant(int variant, Counts counts) {
        return new StatsView.Variant(
                variant,
                counts.total(),
                buckets(counts),
                funnel(counts),
                engagement(counts),
                counts.failedByCode(),
                counts.skippedByReason());
    }

    private static StatsView.Funnel funnel(Counts counts) {
        return new StatsView.Funnel(
                counts.everAccepted(), counts.everSent(), counts.everDelivered(), counts.everRead());
    }

    private static StatsView.Engagement engagement(Counts counts) {
        return new StatsView.Engagement(counts.replied(), counts.clicked(), counts.optedOut());
    }

    private static LimitedBy limitedBy(CampaignFacts facts, SenderLimits limits) {
        return switch (facts.state()) {
            case PAUSED -> LimitedBy.PAUSED;
            case RUNNING, WAITING -> limits == null ? LimitedBy.NONE : limits.limitedBy();
            default -> LimitedBy.NONE;
        };
    }

    /** To the second, so that an estimate that stays the same is no news. */
    private Instant finish(CampaignFacts facts, long remaining, double rate, SenderLimits limits) {
        if (facts.state() != CampaignState.RUNNING && facts.state() != CampaignState.WAITING) {
            return null;
        }
        Instant from = facts.resumesAt() == null ? clock.instant() : facts.resumesAt();
        double perSecond = rate > 0 ? rate : limits.effectivePerSecond();
        Instant finish = facts.sending().finish(limits, from, remaining, perSecond);
        if (finish == null) {
            return null;
        }
        boolean stopped = facts.stopAt() != null && facts.stopAt().isBefore(finish);
        return (stopped ? facts.stopAt() : finish).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Map<String, Long> buckets(Counts counts) {
        Map<String, Long> buckets = new LinkedHashMap<>();
        Arrays.stream(MessageState.values()).forEach(state -> buckets.put(state.bucket(), counts.in(state)));
        return buckets;
    }
}
