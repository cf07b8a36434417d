package io.tiercast.message;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Statuses by ids that nobody knows yet: a provider may report before its answer is written down. Kept for ten minutes, since by
 * then every answer is written or lost.
 */
@ApplicationScoped
public class EarlyStatuses {

    /** @param event as it came */
    public record Early(String messageId, JsonObject event) {}

    /** One whose message is known by now. */
    public record Found(long id, Attempt attempt, JsonObject event) {}

    private static final int AT_ONCE = 1_000;

    private static final String KEEP = """
            insert into early_status (sender_id, message_id, event) select $1, * from unnest($2::text[], $3::jsonb[])
            """;

    private static final String FOUND = """
            select e.id, e.event, m.campaign_id, m.seq, m.attempt
            from early_status e join provider_message m using (sender_id, message_id) order by e.id limit $1
            """;

    private final Sql sql;

    public EarlyStatuses(Sql sql) {
        this.sql = sql;
    }

    public Uni<Void> keep(long senderId, List<Early> early) {
        return early.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.run(
                                KEEP,
                                senderId,
                                early.stream().map(Early::messageId).toArray(String[]::new),
                                early.stream().map(Early::event).toArray(Object[]::new))
                        .replaceWithVoid();
    }

    public Uni<List<Found>> found() {
        return sql.rows(FOUND, EarlyStatuses::found, AT_ONCE);
    }

    public Uni<Void> done(List<Found> found) {
        return sql.run("delete from early_status where id = any($1)", (Object)
                        found.stream().map(Found::id).toArray(Long[]::new))
                .replaceWithVoid();
    }

    /** Forgets those whose message was never ours; answers how many they were. */
    public Uni<Integer> forget() {
        return sql.run("delete from early_status where at < now() - interval '10 min'");
    }

    private static Found found(Row row) {
        return new Found(row.getLong("id"), ProviderMessages.attempt(row), row.getJsonObject("event"));
    }
}
