package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
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
            update campaign set
              state = $3, state_reason = $4, version = version + 1, updated_at = now(),
              started_at = case when $3 = 'RUNNING' then coalesce(started_at, now()) else started_at end,
              finished_at = case when $3 in ('COMPLETED', 'CANCELLED', 'FAILED') then now() else finished_at end
            where id = $1 and state = any($2)
            """;

    private static final String LAUNCH = """
            update campaign set
              state = $2, state_reason = null, version = version + 1, updated_at = now(),
              launches_at = $3, launched_at = now(), launched_by = $4
            where id = $1 and state = 'DRAFT' and version = $5
            """;

    private static final String START_DUE = """
            update campaign set state = 'PREPARING', state_reason = null, version = version + 1, updated_at = now()
            where state = 'SCHEDULED' and launches_at <= now()
            """;

    private static final String SETTLE = """
            update campaign set settled_at = now(), version = version + 1 where id = $1 and settled_at is null
            """;

    private final Sql sql;

    CampaignStates(Sql sql) {
        this.sql = sql;
    }

    /** Whether the campaign was in one of the states and is in the new one now. */
    Uni<Boolean> move(long id, Set<CampaignState> from, CampaignState to, StateReason reason) {
        return sql.run(MOVE, id, names(from), to.name(), json(reason)).map(rows -> rows == 1);
    }

    /** Whether the draft was still the version that was checked; null {@code at} starts it at once. */
    Uni<Boolean> launch(Campaign draft, Instant at, String by) {
        CampaignState to = at == null ? CampaignState.PREPARING : CampaignState.SCHEDULED;
        return sql.run(LAUNCH, draft.id, to.name(), at == null ? null : at.atOffset(ZoneOffset.UTC), by, draft.version)
                .map(rows -> rows == 1);
    }

    Uni<Integer> startDue() {
        return sql.run(START_DUE);
    }

    Uni<Integer> settle(long id) {
        return sql.run(SETTLE, id);
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
