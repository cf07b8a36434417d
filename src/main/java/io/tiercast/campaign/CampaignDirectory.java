package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.message.SendingHours;
import io.tiercast.message.SendingTime;
import io.tiercast.sql.Sql;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/** Facts of campaigns by the many, for those who show them. */
@ApplicationScoped
public class CampaignDirectory {

    private static final String FACTS = """
            select id, state, (plan -> 'senderIds' ->> 0)::bigint as sender_id, state_reason, started_at, finished_at, settled_at,
              run.category, run.hours, run.stop_at
            from campaign left join campaign_run run on run.campaign_id = campaign.id
            """;

    // Not through Hibernate: what type it gives an array's element depends on the version that it believes the database
    // to have.
    private static final String PAGE = """
            select id from campaign
            where ($1::text is null or state = $1) and ($2::text is null or $2 = any(labels)) and id < $3
            order by id desc limit $4
            """;

    private final Sql sql;

    public CampaignDirectory(Sql sql) {
        this.sql = sql;
    }

    /** The ids of campaigns in a state and with a label (each null: not asked for), newest first, from before an id. */
    Uni<List<Long>> page(CampaignState state, String label, long beforeId, int rows) {
        return sql.rows(PAGE, row -> row.getLong("id"), state == null ? null : state.name(), label, beforeId, rows);
    }

    /** Those of the ids that exist. */
    public Uni<List<CampaignFacts>> facts(Collection<Long> ids) {
        return sql.rows(FACTS + "where id = any($1)", CampaignDirectory::facts, (Object) ids.toArray(Long[]::new));
    }

    public Uni<List<CampaignFacts>> startedSince(Instant from) {
        return sql.rows(FACTS + "where started_at >= $1", CampaignDirectory::facts, from.atOffset(ZoneOffset.UTC));
    }

    /** Campaigns of which something may still move, and those that finished within the last minute. */
    public Uni<List<CampaignFacts>> active() {
        return sql.rows(FACTS + """
                        where state not in ('DRAFT', 'COMPLETED', 'CANCELLED', 'FAILED')
                          or finished_at is not null and (settled_at is null or settled_at > now() - interval '1 min')
                        """, CampaignDirectory::facts);
    }

    private static CampaignFacts facts(Row row) {
        JsonObject reason = row.getJsonObject("state_reason");
        JsonObject hours = row.getJsonObject("hours");
        return new CampaignFacts(
                row.getLong("id"),
                CampaignState.valueOf(row.getString("state")),
                row.getLong("sender_id"),
                row.getString("category"),
                reason == null ? null : reason.getInstant("resumesAt"),
                new SendingTime(hours == null ? null : SendingHours.of(hours)),
                instant(row.getOffsetDateTime("stop_at")),
                instant(row.getOffsetDateTime("started_at")),
                instant(row.getOffsetDateTime("finished_at")),
                instant(row.getOffsetDateTime("settled_at")));
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
