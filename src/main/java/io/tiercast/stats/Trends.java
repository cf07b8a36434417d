package io.tiercast.stats;

import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.CampaignDirectory;
import io.tiercast.campaign.CampaignFacts;
import io.tiercast.message.Counts;
import io.tiercast.message.MessageState;
import io.tiercast.message.Tally;
import io.tiercast.stats.TrendsView.Day;
import io.tiercast.stats.TrendsView.Totals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Adds up what the campaigns of the last days reached. Reads a few rows a campaign. */
@ApplicationScoped
class Trends {

    private final CampaignDirectory campaigns;
    private final Tally tally;
    private final Clock clock;

    Trends(CampaignDirectory campaigns, Tally tally, Clock clock) {
        this.campaigns = campaigns;
        this.tally = tally;
        this.clock = clock;
    }

    /** @param zone in which a day begins and ends */
    Uni<TrendsView> of(int days, ZoneId zone) {
        LocalDate first = LocalDate.now(clock.withZone(zone)).minusDays(days - 1L);
        return campaigns
                .startedSince(first.minusDays(days).atStartOfDay(zone).toInstant())
                .chain(facts -> tally.read(facts.stream().map(CampaignFacts::id).toList())
                        .map(counts -> byDay(facts, counts, zone)))
                .map(byDay -> view(first, days, byDay));
    }

    private static Map<LocalDate, Totals> byDay(List<CampaignFacts> facts, Map<Long, Counts> counts, ZoneId zone) {
        return facts.stream()
                .collect(Collectors.toMap(
                        fact -> fact.startedAt().atZone(zone).toLocalDate(),
                        fact -> totals(counts.get(fact.id())),
                        Totals::plus));
    }

    private static TrendsView view(LocalDate first, int days, Map<LocalDate, Totals> byDay) {
        List<Day> now = first.datesUntil(first.plusDays(days))
                .map(day -> new Day(day, byDay.getOrDefault(day, Totals.NONE)))
                .toList();
        Totals sum = now.stream().map(Day::totals).reduce(Totals.NONE, Totals::plus);
        Totals before = byDay.entrySet().stream()
                .filter(day -> day.getKey().isBefore(first))
                .map(Map.Entry::getValue)
                .reduce(Totals.NONE, Totals::plus);
        return new TrendsView(sum, before, now);
    }

    private static Totals totals(Counts counts) {
        return new Totals(
                1,
                counts.everSent(),
                counts.everDelivered(),
                counts.everRead(),
                counts.in(MessageState.FAILED, MessageState.EXPIRED),
                counts.replied(),
                counts.optedOut());
    }
}
