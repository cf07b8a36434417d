package io.tiercast.message;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.contact.MarketingPreferences;
import io.tiercast.message.Verdict.Reaction;
import io.tiercast.meta.ErrorCatalogue;
import io.tiercast.meta.ErrorCode;
import io.tiercast.meta.ErrorCode.Suppression;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
            select distinct m.contact_id from message m
            join unnest($1::bigint[], $2::integer[]) as k(campaign_id, seq) on m.campaign_id = k.campaign_id and m.seq = k.seq
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
        Map<Cause, List<MessageKey>> causes = new HashMap<>();
        for (Verdict verdict : verdicts) {
            MessageKey key = verdict.advance().key();
            Cause cause = new Cause(key.campaignId(), verdict.reaction(), verdict.code());
            causes.computeIfAbsent(cause, ignored -> new ArrayList<>()).add(key);
        }
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

    private Uni<Void> follow(Cause cause, List<MessageKey> keys) {
        return switch (cause.reaction()) {
            case STOP_CAMPAIGN -> stopCampaign(cause.campaignId(), cause.code());
            case STOP_SENDER -> stopSender(cause);
            case SUPPRESS -> suppress(cause.code(), keys);
            case SKIP_COUNTRY -> countries.follow(keys);
            case GO_ON, SLOW_DOWN, REST -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> stopSender(Cause cause) {
        LOG.warnf("The sender of campaign %d stops: Meta says %d", cause.campaignId(), cause.code());
        return runs.stopSenderOf(cause.campaignId(), reason(cause.code())).replaceWithVoid();
    }

    private Uni<Void> suppress(int code, List<MessageKey> keys) {
        boolean everything = ErrorCatalogue.of(code).suppress() == Suppression.ALL;
        return sql.rows(
                        PEOPLE,
                        row -> row.getLong("contact_id"),
                        keys.stream().map(MessageKey::campaignId).toArray(Long[]::new),
                        keys.stream().map(MessageKey::seq).toArray(Integer[]::new))
                .chain(people -> preferences.refuse(people, everything, "whatsapp error " + code));
    }

    /** Where time heals, the catalogue knows how much of it. */
    private StopReason reason(int code) {
        ErrorCode error = ErrorCatalogue.of(code);
        Instant until = error.retryAfter() == null ? null : clock.instant().plus(error.retryAfter());
        return new StopReason(code, error.meaning(), error.advice(), until);
    }
}
