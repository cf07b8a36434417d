package io.tiercast.message;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.tiercast.sql.Statement;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;

/** A campaign's queue: made whole by freezing the audience, then opened and shut, and emptied when the campaign ends early. */
@ApplicationScoped
public class CampaignQueue {

    private static final String STORE = """
            , numbered as (
              select contact_id, variant, params, reason, row_number() over (order by reason is not null, contact_id)::integer as seq from person
            ), stored as (
              insert into message (campaign_id, contact_id, variant, seq, state, reason)
              select ?::bigint, contact_id, variant, seq, case when reason is null then 0 else 12 end, reason from numbered
            ), bound_params as (
              insert into message_param (campaign_id, seq, params)
              select ?::bigint, seq, params from numbered where reason is null and cardinality(params) > 0
            ), counted as (
              select variant, coalesce(reason, 0) as reason, count(*) as n,
            """ + AudienceSql.DIGEST + """
              from numbered group by variant, reason
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

    // One probe of a key each: of a campaign just frozen the planner believes that it has a few rows, and would
    // go through all of them for each place.
    private static final String SKIP_REST =
            """
            with run as materialized (
              select campaign_id, next_seq, last_seq from campaign_run where campaign_id = $1 and not open for update
            ), due as materialized (
              select q.seq from retry_queue q join run on q.campaign_id = run.campaign_id limit $3
            ), ahead as (
              update campaign_run r set next_seq = least(run.next_seq + $3, run.last_seq + 1)
              from run where r.campaign_id = run.campaign_id and run.next_seq <= run.last_seq
              returning run.next_seq as first, r.next_seq as past
            ), taken as (
              select seq from due union all select generate_series(first, past - 1) from ahead
            ), found as (
              select run.campaign_id, taken.seq, m.state from run cross join taken cross join lateral (
                select state from message m
                where m.campaign_id = run.campaign_id and m.seq = taken.seq and m.state in (0, 2) offset 0) m
            ), moved as (
              update message m set state = 12, reason = $2 from found
              where m.campaign_id = found.campaign_id and m.seq = found.seq and m.state = found.state
              returning m.campaign_id, m.variant, found.state as old_state, m.state as new_state, m.error as old_error, m.error as new_error,
                null::smallint as old_reason, m.reason as new_reason,
            """ + TallySql.NO_MILESTONE + """
            ), dropped as (
              delete from retry_queue where campaign_id = $1 and seq in (select seq from due)
            ),
            """ + TallySql.TALLIED + "select count(*)::integer as n from taken";

    private static final String OPEN =
            "update campaign_run set open = true, stopped = null where campaign_id = $1 and not open";

    private static final String STATUS = "select sender_id, open, stopped, hours, stop_at,"
            + " next_seq > limit_seq and next_seq <= last_seq as rest_held,"
            + " (select min(due_at) from retry_queue q where q.campaign_id = r.campaign_id) as next_try"
            + " from campaign_run r where campaign_id = $1";

    private static final String FROZEN = "select exists (select from campaign_run where campaign_id = $1) as frozen";

    private static final int SKIPPED_AT_ONCE = 20_000;

    private final Sql sql;
    private final UsMarketing usMarketing;
    private final Clock clock;

    public CampaignQueue(Sql sql, UsMarketing usMarketing, Clock clock) {
        this.sql = sql;
        this.usMarketing = usMarketing;
        this.clock = clock;
    }

    /**
     * Stores the audience with its bound parameters, whole or not at all; the queue is shut at first. A campaign that was
     * frozen before stays as it is.
     */
    public Uni<Void> freeze(FreezeAudience freeze) {
        return sql.run("select create_message_partition($1)", freeze.campaignId())
                .chain(() -> store(freeze));
    }

    private Uni<Void> store(FreezeAudience freeze) {
        return sql.inTransaction(connection -> lock(connection, freeze.campaignId())
                .chain(() -> frozen(connection, freeze.campaignId()))
                .chain(frozen -> frozen ? Uni.createFrom().voidItem() : store(connection, freeze)));
    }

    /**
     * Opens the queue: from now on the sender claims from it. What Meta had stopped may try again.
     *
     * @param transaction of the caller, who holds the campaign in a state in which it may send
     */
    public Uni<Void> open(SqlConnection transaction, long campaignId) {
        return transaction.preparedQuery(OPEN).execute(Tuple.of(campaignId)).replaceWithVoid();
    }

    /** Shuts the queue: what is not claimed by now is not sent. What is under way still finishes. */
    public Uni<Void> shut(long campaignId) {
        return sql.run("update campaign_run set open = false where campaign_id = $1 and open", campaignId)
                .replaceWithVoid();
    }

    /** How the queue stands; null before the audience is frozen. */
    public Uni<RunStatus> status(long campaignId) {
        return sql.first(STATUS, RunStatus::of, campaignId);
    }

    /**
     * Skips a part of what a shut queue still holds, for the reason given.
     *
     * @return how many places of the queue were passed; 0 when nothing is left
     */
    public Uni<Integer> skipSome(long campaignId, SkipReason reason) {
        return sql.first(SKIP_REST, row -> row.getInteger("n"), campaignId, reason.code(), SKIPPED_AT_ONCE);
    }

    /** Freezing the same campaign twice at once: the second waits here, then finds it done. */
    private static Uni<Void> lock(SqlConnection connection, long campaignId) {
        return connection
                .preparedQuery("select pg_advisory_xact_lock($1)")
                .execute(Tuple.of(campaignId))
                .replaceWithVoid();
    }

    private static Uni<Boolean> frozen(SqlConnection connection, long campaignId) {
        return connection
                .preparedQuery(FROZEN)
                .execute(Tuple.of(campaignId))
                .map(rows -> rows.iterator().next().getBoolean("frozen"));
    }

    private Uni<Void> store(SqlConnection connection, FreezeAudience freeze) {
        Statement statement = AudienceSql.people(
                new Statement().add("with "),
                freeze.category(),
                usMarketing.skipped(clock),
                freeze.included(),
                freeze.excluded(),
                freeze.variants());
        long id = freeze.campaignId();
        FreezeAudience.Policy policy = freeze.policy();
        FreezeAudience.Canary canary = policy.canary();
        statement.add(
                STORE,
                id,
                id,
                id,
                id,
                freeze.senderId(),
                freeze.category(),
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
        return connection
                .preparedQuery(statement.text())
                .execute(Tuple.wrap(statement.arguments()))
                .replaceWithVoid();
    }
}
