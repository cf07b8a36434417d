package io.tiercast.event;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What happened to campaigns and numbers, to be read and added to, never changed. */
@ApplicationScoped
public class History {

    // Meta tells some news twice.
    private static final String RECORD = """
            with happened as (
              select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::jsonb[])
                as said(campaign_id, sender_id, kind, message, detail)
            ),
            """ + HistorySql.RECORDED_ONCE_AN_HOUR + "select count(*) from happened";

    private static final String OF_CAMPAIGN = """
            select id, at, campaign_id, sender_id, kind, message, detail from history_event
            where campaign_id = $1 and id < $2 order by id desc limit $3
            """;

    private static final String OF_SENDER = """
            select id, at, campaign_id, sender_id, kind, message, detail from history_event
            where sender_id = $1 and id < $2 order by id desc limit $3
            """;

    private final Sql sql;

    public History(Sql sql) {
        this.sql = sql;
    }

    /** Writes down what happened; what was said just so within the last hour is not repeated. */
    public Uni<Void> record(List<Happening> happenings) {
        return happenings.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.run(
                                RECORD,
                                happenings.stream().map(Happening::campaignId).toArray(Long[]::new),
                                happenings.stream().map(Happening::senderId).toArray(Long[]::new),
                                happenings.stream().map(Happening::kind).toArray(String[]::new),
                                happenings.stream().map(Happening::message).toArray(String[]::new),
                                happenings.stream()
                                        .map(happening -> json(happening.detail()))
                                        .toArray(Object[]::new))
                        .replaceWithVoid();
    }

    /** From before an id, newest first; null if there is no such campaign. */
    Uni<List<EventView>> ofCampaign(long id, long beforeId, int limit) {
        return page("select from campaign where id = $1", OF_CAMPAIGN, id, beforeId, limit);
    }

    /** From before an id, newest first; null if there is no such number. */
    Uni<List<EventView>> ofSender(long id, long beforeId, int limit) {
        return page("select from sender where id = $1", OF_SENDER, id, beforeId, limit);
    }

    private Uni<List<EventView>> page(String exists, String select, long id, long beforeId, int limit) {
        return sql.first(exists, row -> true, id)
                .onItem()
                .ifNotNull()
                .transformToUni(known -> sql.rows(select, History::view, id, beforeId, limit));
    }

    private static JsonObject json(Map<String, Object> detail) {
        return detail == null ? null : new JsonObject(detail);
    }

    private static EventView view(Row row) {
        JsonObject detail = row.getJsonObject("detail");
        return new EventView(
                row.getLong("id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getLong("campaign_id"),
                row.getLong("sender_id"),
                row.getString("kind"),
                row.getString("message"),
                detail == null ? null : detail.getMap());
    }
}
