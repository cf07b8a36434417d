package io.tiercast.message;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.event.Happening;
import io.tiercast.event.History;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Leaves out the people of a country that Meta does not let the business write to: each of them would be refused alike. */
@ApplicationScoped
class CountrySkips {

    private record Place(long campaignId, String country) {}

    private record Step(int passed, int skipped) {}

    private static final String PLACES = """
            select distinct m.campaign_id, c.country from message m
            join unnest($1::bigint[], $2::integer[]) as k(campaign_id, seq) on m.campaign_id = k.campaign_id and m.seq = k.seq
            join contact c on c.id = m.contact_id where c.country is not null
            """;

    // One probe of a key each, in the order of the keys, like a claim: it passes over whom this has moved.
    private static final String SKIP = """
            with run as materialized (
              select campaign_id, least($3::integer + $4::integer - 1, last_seq) as last from campaign_run where campaign_id = $1 and last_seq >= $3::integer
            ), found as materialized (
              select run.campaign_id, place.seq, m.state, m.attempt
              from run cross join lateral generate_series($3::integer, run.last) as place(seq)
              cross join lateral (
                select state, attempt, contact_id from message m
                where m.campaign_id = run.campaign_id and m.seq = place.seq and m.state in (0, 2) offset 0) m
              cross join lateral (select country from contact c where c.id = m.contact_id offset 0) c
              where c.country = $2
              order by place.seq
            ), moved as (
              update message m set state = 12, reason = 9 from (select * from found order by seq) f
              where m.campaign_id = f.campaign_id and m.seq = f.seq and m.state = f.state and m.attempt = f.attempt
              returning m.campaign_id, m.seq, m.variant, f.state as old_state, m.state as new_state, m.error as old_error, m.error as new_error,
                null::smallint as old_reason, m.reason as new_reason,
            """ + TallySql.NO_MILESTONE + """
            ), dropped as (
              delete from retry_queue where campaign_id = $1 and seq in (select seq from moved where old_state = 2)
            ),
            """ + TallySql.TALLIED
            + "select run.last - $3::integer + 1 as passed, (select count(*)::integer from moved) as skipped from run";

    private static final int AT_ONCE = 5_000;

    /** Many that are under way are refused alike: one look at the queue is enough for them. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Sql sql;
    private final History history;
    private final Clock clock;
    private final Map<Place, Instant> looked = new ConcurrentHashMap<>();

    CountrySkips(Sql sql, History history, Clock clock) {
        this.sql = sql;
        this.history = history;
        this.clock = clock;
    }

    /** @param refused messages that Meta did not take because of the country they would go to */
    Uni<Void> follow(Collection<MessageKey> refused) {
        return sql.rows(
                        PLACES,
                        row -> new Place(row.getLong("campaign_id"), row.getString("country")),
                        refused.stream().map(MessageKey::campaignId).toArray(Long[]::new),
                        refused.stream().map(MessageKey::seq).toArray(Integer[]::new))
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .filter(this::notYet)
                .onItem()
                .transformToUniAndConcatenate(this::skip)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private boolean notYet(Place place) {
        Instant now = clock.instant();
        looked.values().removeIf(at -> at.isBefore(now.minus(QUIET)));
        return looked.putIfAbsent(place, now) == null;
    }

    private Uni<Void> skip(Place place) {
        AtomicInteger next = new AtomicInteger(1);
        return Multi.createBy()
                .repeating()
                .uni(() -> step(place, next))
                .whilst(step -> step != null && step.passed() == AT_ONCE)
                .collect()
                .with(Collectors.summingInt(Step::skipped))
                .onFailure()
                .invoke(() -> looked.remove(place))
                .chain(skipped -> tell(place, skipped));
    }

    private Uni<Step> step(Place place, AtomicInteger next) {
        return sql.first(
                SKIP,
                row -> new Step(row.getInteger("passed"), row.getInteger("skipped")),
                place.campaignId(),
                place.country(),
                next.getAndAdd(AT_ONCE),
                AT_ONCE);
    }

    private Uni<Void> tell(Place place, int skipped) {
        return skipped == 0
                ? Uni.createFrom().voidItem()
                : history.record(List.of(Happening.ofCampaign(
                        place.campaignId(),
                        "COUNTRY_NOT_ALLOWED",
                        "Meta does not let the business write to people in %s: %,d of the audience are left out."
                                .formatted(place.country(), skipped),
                        Map.of("country", place.country(), "skipped", skipped))));
    }
}
