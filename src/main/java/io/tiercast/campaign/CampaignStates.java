package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.StateReason.By;
import io.tiercast.event.HistorySql;
import io.tiercast.sql.Sql;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Moves campaigns from state to state. Each move is guarded by the state it starts from, so that of two at once one loses. */
@ApplicationScoped
class CampaignStates {

    private static final String MOVE = """
            with moved as (
              update campaign set
                state = $3, state_reason = $4, version = version + 1, updated_at = now(),
                started_at = case when $3 = 'RUNNING' then coalesce(started_at, now()) else started_at end,
                finished_at = case when $3 in ('COMPLETED', 'CANCELLED', 'FAILED') then now() when $3 <> 'RUNNING' then finished_at end,
                settled_at = case when $3 <> 'RUNNING' then settled_at end,
                acknowledged = case when state = 'PAUSED' and state_reason ->> 'by' = 'RULE' and $3 = 'RUNNING'
                  then acknowledged || (state_reason ->> 'code')::varchar else acknowledged end
              where id = $1 and state = any($2)
                and (state <> $3 or state_reason ->> 'code' is distinct from $4::jsonb ->> 'code') and ($7::text is null or state_reason ->> 'by' = $7)
              returning id
            ), happened as (
              select id as campaign_id, null::bigint as sender_id, $5::text as kind, $6::text as message, $4::jsonb as detail from moved
            ),
            """;

    private static final String MOVED = "select count(*)::integer as n from moved";

    private static final String LAUNCH = """
            with moved as (
              update campaign set
                state = $2, state_reason = null, version = version + 1, updated_at = now(),
                launches_at = $3, launched_at = now(), launched_by = $4
              where id = $1 and state = 'DRAFT' and version = $5
              returning id
            ), happened as (
              select id as campaign_id, null::bigint as sender_id, 'LAUNCHED' as kind, 'Launched by ' || $4 || '.' as message,
                jsonb_build_object('by', $4, 'startsAt', $3::timestamptz) as detail
              from moved
            ),
            """ + HistorySql.RECORDED + MOVED;

    private static final String START_DUE = """
            with moved as (
              update campaign set state = 'PREPARING', state_reason = null, version = version + 1, updated_at = now()
              where state = 'SCHEDULED' and launches_at <= now()
                and not exists (select from recipient_list l where l.campaign_id = campaign.id and l.loading_until > now())
              returning id
            ), happened as (
              select id as campaign_id, null::bigint as sender_id, 'PREPARING' as kind,
                'Its time has come; the audience is being put together.' as message, null::jsonb as detail
              from moved
            ),
            """ + HistorySql.RECORDED + MOVED;

    private static final String SETTLE = """
            with moved as (
              update campaign set settled_at = now(), version = version + 1 where id = $1 and settled_at is null
              returning id
            ), happened as (
              select id as campaign_id, null::bigint as sender_id, $2::text as kind, $3::text as message, null::jsonb as detail from moved
            ),
            """ + HistorySql.RECORDED + MOVED;

    private final Sql sql;

    CampaignStates(Sql sql) {
        this.sql = sql;
    }

    /**
     * Whether the campaign was in one of the states and is in the new one now; a state is not entered twice for the same reason.
     * A rule that had paused it is overruled by going on.
     */
    Uni<Boolean> move(long id, Set<CampaignState> from, CampaignState to, StateReason reason) {
        return move(id, from, to, reason, Story.of(from, to, reason));
    }

    /** The same with words of its own for the history. */
    Uni<Boolean> move(long id, Set<CampaignState> from, CampaignState to, StateReason reason, Story story) {
        return move(id, from, to, reason, story, null);
    }

    /** @param broughtBy moves it only if this had brought it to where it stands; null: whoever */
    private Uni<Boolean> move(
            long id, Set<CampaignState> from, CampaignState to, StateReason reason, Story story, By broughtBy) {
        return moved(
                MOVE + (story.passing() ? HistorySql.RECORDED_ONCE_AN_HOUR : HistorySql.RECORDED) + MOVED,
                id,
                names(from),
                to.name(),
                json(reason),
                story.kind(),
                story.message(),
                broughtBy == null ? null : broughtBy.name());
    }

    /** Whether it was paused by Meta, and is running now. */
    Uni<Boolean> resumeAfterMeta(long id) {
        return move(id, Set.of(CampaignState.PAUSED), CampaignState.RUNNING, null, Story.released(), By.META);
    }

    /** Whether the draft was still the version that was checked; null {@code at} starts it at once. */
    Uni<Boolean> launch(Campaign draft, Instant at, String by) {
        CampaignState to = at == null ? CampaignState.PREPARING : CampaignState.SCHEDULED;
        return moved(LAUNCH, draft.id, to.name(), at == null ? null : at.atOffset(ZoneOffset.UTC), by, draft.version);
    }

    Uni<Boolean> startDue() {
        return moved(START_DUE);
    }

    Uni<Boolean> settle(long id) {
        return moved(SETTLE, id, Story.SETTLED.kind(), Story.SETTLED.message());
    }

    private Uni<Boolean> moved(String statement, Object... arguments) {
        return sql.first(statement, row -> row.getInteger("n") > 0, arguments);
    }

    /** The ids of campaigns in these states, oldest first. */
    Uni<List<Long>> in(Set<CampaignState> states) {
        return sql.rows("select id from campaign where state = any($1) order by id", row -> row.getLong("id"), (Object)
                names(states));
    }

    Uni<List<Long>> finishedButNotSettled() {
        return sql.rows(
                "select id from campaign where finished_at is not null and settled_at is null order by id",
                row -> row.getLong("id"));
    }

    private static String[] names(Collection<CampaignState> states) {
        return states.stream().map(Enum::name).toArray(String[]::new);
    }

    private static JsonObject json(StateReason reason) {
        return reason == null
                ? null
                : new JsonObject()
                        .put("code", reason.code())
                        .put("message", reason.message())
                        .put("by", reason.by().name())
                        .put("since", reason.since().toString())
                        .put(
                                "resumesAt",
                                reason.resumesAt() == null
                                        ? null
                                        : reason.resumesAt().toString())
                        .put("action", reason.action());
    }
}
