package io.tiercast.event;

import io.smallrye.mutiny.Uni;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import io.tiercast.problem.Problems;
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

    /** Newest first; 404 if there is no such campaign. */
    Uni<Page<EventView>> ofCampaign(long id, PageRequest page) {
        return known("campaign", id).chain(() -> page(OF_CAMPAIGN, id, page));
    }

    /** Newest first; 404 if there is no such number. */
    Uni<Page<EventView>> ofSender(long id, PageRequest page) {
        return known("sender", id).chain(() -> page(OF_SENDER, id, page));
    }

    private Uni<Boolean> known(String table, long id) {
        return sql.first("select from " + table + " where id = $1", row -> true, id)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound(table, id));
    }

    private Uni<Page<EventView>> page(String select, long id, PageRequest page) {
        int limit = page.limit();
        return sql.rows(select, History::view, id, page.beforeId(), limit + 1)
                .map(events -> Page.of(events, limit, EventView::id));
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
