package io.tiercast.message;

import io.smallrye.mutiny.Uni;
import io.tiercast.message.AudienceHalf.Counted;
import io.tiercast.message.AudienceHalf.Places;
import io.tiercast.sql.Sql;
import io.tiercast.sql.Statement;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/**
 * Stores an audience with its bound parameters, and the queue that is made of it.
 *
 * <p>Two connections work at once, each on every other thousand of the contacts, as PostgreSQL saw them at one moment. Each finds
 * out first who is in its half; only when both are counted do the rows get their places: first all those who get a message, then
 * the skipped. The queue's own row is written last: without it nothing is frozen, and what a broken attempt has left is deleted.
 */
@ApplicationScoped
public class AudienceStore {

    private static final String RUN = """
            with counted as (
              select variant, reason, sum(n)::bigint as n, sum(digest) as digest
              from unnest(?::smallint[], ?::smallint[], ?::bigint[], ?::bigint[]) as half(variant, reason, n, digest) group by variant, reason
            ), tallied as (
              insert into campaign_tally (campaign_id, variant, kind, key, n)
              select ?::bigint, variant, kind, key, n from (
                select variant, 'B'::"char" as kind, 0 as key, n from counted where reason = 0
                union all select variant, 'B', 12, sum(n) from counted where reason <> 0 group by variant
                union all select variant, 'R', reason, n from counted where reason <> 0
                union all select 0, 'V', 0, 1
                union all select 0, 'H', 0, coalesce(mod(sum(digest), 9223372036854775808), 0) from counted
              ) as first_counts order by variant, kind, key
            )
            insert into campaign_run (campaign_id, sender_id, category, open, last_seq, total, template_id, more_template_ids, template, hours, stop_at,
              in_doubt, retry_days, ttl_seconds, expires_at, limit_seq, canary_hold)
            select ?::bigint, ?::bigint, ?::text, false,
              coalesce((select sum(n) from counted where reason = 0), 0), coalesce((select sum(n) from counted), 0),
              ?::bigint, ?::bigint[], ?::jsonb, ?::jsonb, ?::timestamptz, ?::text, ?::smallint, ttl, now() + (ttl + 300) * interval '1 s',
              ceil(canary_share * coalesce((select sum(n) from counted where reason = 0), 0))::integer, canary_hold
            from (select ?::integer as ttl, ?::double precision as canary_share, ?::integer as canary_hold) as policy
            """;

    private static final String FROZEN = "select exists (select from campaign_run where campaign_id = $1) as frozen";

    private static final String CLEAR = """
            with params as (delete from message_param where campaign_id = $1)
            delete from message where campaign_id = $1
            """;

    private final Sql sql;
    private final UsMarketing usMarketing;
    private final Clock clock;

    public AudienceStore(Sql sql, UsMarketing usMarketing, Clock clock) {
        this.sql = sql;
        this.usMarketing = usMarketing;
        this.clock = clock;
    }

    /** Stores the audience, whole or not at all; the queue is shut at first. A campaign that was frozen before stays as it is. */
    public Uni<Void> freeze(FreezeAudience freeze) {
        long id = freeze.campaignId();
        return sql.run("select create_message_partition($1)", id)
                .chain(() -> unlessFrozen(id, guard -> clear(id).chain(() -> store(guard, freeze))));
    }

    /** Forgets what a freezing has left that never came to its end. Waits for one that is under way. */
    public Uni<Void> clearUnfinished(long campaignId) {
        return unlessFrozen(campaignId, guard -> clear(campaignId));
    }

    /** Freezing the same campaign twice at once: the second waits here, then finds it done. */
    private Uni<Void> unlessFrozen(long campaignId, Function<SqlConnection, Uni<Void>> work) {
        Tuple id = Tuple.of(campaignId);
        return sql.inTransaction(guard -> guard.preparedQuery("select pg_advisory_xact_lock($1)")
                .execute(id)
                .chain(() -> guard.preparedQuery(FROZEN).execute(id))
                .chain(rows -> rows.iterator().next().getBoolean("frozen")
                        ? Uni.createFrom().voidItem()
                        : work.apply(guard)));
    }

    private Uni<Void> clear(long campaignId) {
        return sql.run(CLEAR, campaignId).replaceWithVoid();
    }

    private Uni<Void> store(SqlConnection guard, FreezeAudience freeze) {
        return sql.asOfOneMoment((first, second) ->
                        halves(List.of(new AudienceHalf(first, 0), new AudienceHalf(second, 1)), freeze))
                .chain(counted -> run(guard, freeze, counted));
    }

    /** Of both halves, who is in them. */
    private Uni<List<Counted>> halves(List<AudienceHalf> halves, FreezeAudience freeze) {
        boolean withoutUs = usMarketing.skipped(clock);
        return together(half -> half.fill(freeze.candidates(), withoutUs), halves)
                .call(counted -> together(
                        half -> half.place(freeze.campaignId(), Places.before(half.number(), counted)), halves))
                .map(counted -> counted.stream().flatMap(List::stream).toList());
    }

    /** Ends when both have ended, also when one failed: their connections are needed for the next step. */
    private static <T> Uni<List<T>> together(Function<AudienceHalf, Uni<T>> work, List<AudienceHalf> halves) {
        return Uni.join().all(halves.stream().map(work).toList()).andCollectFailures();
    }

    private static Uni<Void> run(SqlConnection guard, FreezeAudience freeze, List<Counted> counted) {
        FreezeAudience.Policy policy = freeze.policy();
        FreezeAudience.Canary canary = policy.canary();
        Statement run = new Statement()
                .add(
                        RUN,
                        counted.stream().map(Counted::variant).toArray(Short[]::new),
                        counted.stream().map(Counted::reason).toArray(Short[]::new),
                        counted.stream().map(Counted::n).toArray(Long[]::new),
                        counted.stream().map(Counted::digest).toArray(Long[]::new),
                        freeze.campaignId(),
                        freeze.campaignId(),
                        freeze.senderId(),
                        freeze.candidates().category(),
                        freeze.templateId(),
                        freeze.moreTemplateIds().toArray(Long[]::new),
                        freeze.template(),
                        policy.hours(),
                        policy.stopAt() == null ? null : policy.stopAt().atOffset(ZoneOffset.UTC),
                        policy.inDoubt().name(),
                        (short) policy.retryDays(),
                        (int) policy.timeToLive().toSeconds(),
                        canary == null ? null : canary.share(),
                        canary == null ? null : (int) canary.hold().toSeconds());
        return guard.preparedQuery(run.text())
                .execute(Tuple.wrap(run.arguments()))
                .replaceWithVoid();
    }
}
