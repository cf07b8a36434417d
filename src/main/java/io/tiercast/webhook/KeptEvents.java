package io.tiercast.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.tiercast.meta.WebhookEvent;
import io.tiercast.sql.Sql;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What Meta told us besides statuses, word for word, for 30 days: whoever looks for the cause of something finds it here. What takes
 * effect is written elsewhere, too.
 */
@ApplicationScoped
class KeptEvents {

    // Meta calls again until all is done. What has no time of its own may truly happen twice, though hardly on one day.
    private static final String KEEP = """
            insert into webhook_event (kind, body, hash)
            select kind, body, sha256(convert_to(concat_ws(' ', kind, body, case when body ->> 'at' is null then current_date end), 'UTF8')) as hash
            from unnest($1::text[], $2::jsonb[]) as told(kind, body)
            order by hash
            on conflict do nothing
            """;

    private static final int STEP = 5_000;

    // The oldest have the smallest keys, so that no step reads more than it may delete.
    private static final String FORGET = """
            with oldest as materialized (select id, at from webhook_event order by id limit $1)
            delete from webhook_event e using oldest where e.id = oldest.id and oldest.at < now() - interval '30 days'
            """;

    private final Sql sql;
    private final ObjectMapper json;

    KeptEvents(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What comes again is kept once. */
    Uni<Void> keep(List<WebhookEvent> events) {
        return sql.run(
                        KEEP,
                        events.stream()
                                .map(event -> event.getClass().getSimpleName())
                                .toArray(String[]::new),
                        events.stream().map(this::body).toArray(Object[]::new))
                .replaceWithVoid();
    }

    @Scheduled(
            every = "1h",
            delayed = "2m",
            identity = "kept-events-forgotten",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return sql.run(FORGET, STEP)
                .repeat()
                .whilst(forgotten -> forgotten == STEP)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private JsonObject body(WebhookEvent event) {
        try {
            return new JsonObject(json.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
