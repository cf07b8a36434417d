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
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * What follows from verdicts beyond their own messages: queues are shut whose further messages would fail alike, people of a
 * forbidden country are left out, people are written to no more who do not want it, and a number that was too fast slows down.
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

    // Meta tells its failures again, and late.
    private static final String TOO_FAST = """
            insert into sender_throttle as t (sender_id, at, rests_until)
            select sender_id, $2, $3 from campaign_run where campaign_id = $1
            on conflict (sender_id) do update set at = excluded.at, rests_until = excluded.rests_until where t.at < excluded.at
            """;

    /** What is told later than that of a number's speed says nothing of its speed now. */
    private static final Duration NEWS = Duration.ofMinutes(1);

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
            case SLOW_DOWN -> slowDown(cause.campaignId(), Verdict.last(verdicts), null);
            case REST ->
                slowDown(
                        cause.campaignId(),
                        Verdict.last(verdicts),
                        Verdict.last(verdicts).plus(verdicts.get(0).rest()));
            case GO_ON -> Uni.createFrom().voidItem();
        };
    }

    /** The number's owner learns of it within a second. */
    private Uni<Void> slowDown(long campaignId, Instant at, Instant restsUntil) {
        Instant over = restsUntil == null ? at.plus(NEWS) : restsUntil;
        return over.isBefore(clock.instant())
                ? Uni.createFrom().voidItem()
                : sql.run(TOO_FAST, campaignId, utc(at), restsUntil == null ? null : utc(restsUntil))
                        .replaceWithVoid();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
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
                        verdicts.stream().map(one -> utc(one.at())).toArray(OffsetDateTime[]::new))
                .chain(people -> preferences.refuse(people, everything, "whatsapp error " + code));
    }

    /** Where time heals, the catalogue knows how much of it. */
    private StopReason reason(int code) {
        ErrorCode error = ErrorCatalogue.of(code);
        Instant until = error.retryAfter() == null ? null : clock.instant().plus(error.retryAfter());
        return new StopReason(code, error.meaning(), error.advice(), until);
    }
}
