package io.tiercast.message;

import static java.util.stream.Collectors.groupingBy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.contact.MarketingPreferences;
import io.tiercast.contact.MarketingPreferences.Refusal;
import io.tiercast.message.Verdict.Reaction;
import io.tiercast.meta.ErrorCatalogue;
import io.tiercast.meta.ErrorCode;
import io.tiercast.meta.ErrorCode.Suppression;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * What follows from verdicts beyond their own messages: queues are shut whose further messages would fail alike, people of a
 * forbidden country are left out, and people are written to no more who do not want it.
 */
@ApplicationScoped
public class Consequences {

    private static final Logger LOG = Logger.getLogger(Consequences.class);

    private static final String PEOPLE = """
            select m.contact_id, max(k.at) as at from message m
            join unnest($1::bigint[], $2::integer[], $3::timestamptz[]) as k(campaign_id, seq, at)
              on m.campaign_id = k.campaign_id and m.seq = k.seq
            group by m.contact_id
            """;

    /** One of many verdicts that say the same. */
    private record Cause(long campaignId, Reaction reaction, int code) {}

    private final Sql sql;
    private final OpenRuns runs;
    private final MarketingPreferences preferences;
    private final CountrySkips countries;
    private final Clock clock;

    Consequences(Sql sql, OpenRuns runs, MarketingPreferences preferences, CountrySkips countries, Clock clock) {
        this.sql = sql;
        this.runs = runs;
        this.preferences = preferences;
        this.countries = countries;
        this.clock = clock;
    }

    /** Each cause once, however many messages it concerned. */
    public Uni<Void> follow(Collection<Verdict> verdicts) {
        Map<Cause, List<Verdict>> causes = verdicts.stream()
                .collect(groupingBy(verdict ->
                        new Cause(verdict.advance().key().campaignId(), verdict.reaction(), verdict.code())));
        return Multi.createFrom()
                .iterable(causes.entrySet())
                .onItem()
                .transformToUniAndConcatenate(cause -> follow(cause.getKey(), cause.getValue()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Our requests of this campaign are wrong, one after the other: so will be the rest. */
    public Uni<Void> stopCampaign(long campaignId, int code) {
        LOG.warnf("Campaign %d stops: Meta says %d", campaignId, code);
        return runs.stopCampaign(campaignId, reason(code)).replaceWithVoid();
    }

    private Uni<Void> follow(Cause cause, List<Verdict> verdicts) {
        return switch (cause.reaction()) {
            case STOP_CAMPAIGN -> told(cause, runs.stopCampaign(cause.campaignId(), reason(cause.code()), verdicts));
            case STOP_SENDER -> told(cause, runs.stopSenderOf(cause.campaignId(), reason(cause.code()), verdicts));
            case SUPPRESS -> suppress(cause.code(), verdicts);
            case SKIP_COUNTRY ->
                countries.follow(
                        verdicts.stream().map(one -> one.advance().key()).toList());
            case GO_ON, SLOW_DOWN, REST -> Uni.createFrom().voidItem();
        };
    }

    private static Uni<Void> told(Cause cause, Uni<Integer> stop) {
        return stop.invoke(stopped -> {
                    if (stopped > 0) {
                        LOG.warnf(
                                "%d queues stop for campaign %d: Meta says %d",
                                stopped, cause.campaignId(), cause.code());
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> suppress(int code, List<Verdict> verdicts) {
        boolean everything = ErrorCatalogue.of(code).suppress() == Suppression.ALL;
        return sql.rows(
                        PEOPLE,
                        row -> new Refusal(row.getLong("contact_id"), row.getOffsetDateTime("at")),
                        verdicts.stream()
                                .map(one -> one.advance().key().campaignId())
                                .toArray(Long[]::new),
                        verdicts.stream().map(one -> one.advance().key().seq()).toArray(Integer[]::new),
                        verdicts.stream()
                                .map(one -> one.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .chain(people -> preferences.refuse(people, everything, "whatsapp error " + code));
    }

    /** Where time heals, the catalogue knows how much of it. */
    private StopReason reason(int code) {
        ErrorCode error = ErrorCatalogue.of(code);
        Instant until = error.retryAfter() == null ? null : clock.instant().plus(error.retryAfter());
        return new StopReason(code, error.meaning(), error.advice(), until);
    }
}
