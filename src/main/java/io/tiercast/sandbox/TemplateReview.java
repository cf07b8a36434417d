package io.tiercast.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Reviews what was submitted: a moment later it is approved, or rejected where it asks for card numbers. Each decision is told. */
@ApplicationScoped
class TemplateReview {

    private static final int REVIEW_MILLIS = 1_500;

    private static final String UNREVIEWED = """
            select id from sandbox_template where source ->> 'status' = 'PENDING' and not deleted and changed_ms < $1
            """;

    private static final String UNTOLD =
            "select source::text as source from sandbox_template where not told and not deleted";

    private final MetaSettings meta;
    private final TemplateDesk desk;
    private final WebhookPost post;
    private final Sql sql;
    private final Clock clock;

    TemplateReview(MetaSettings meta, TemplateDesk desk, WebhookPost post, Sql sql, Clock clock) {
        this.meta = meta;
        this.desk = desk;
        this.post = post;
        this.sql = sql;
        this.clock = clock;
    }

    @Scheduled(every = "1s", identity = "sandbox-review", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return meta.sandboxed()
                ? review().chain(() -> tellAll())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> review() {
        return sql.rows(UNREVIEWED, row -> row.getString("id"), clock.millis() - REVIEW_MILLIS)
                .call(ids -> ids.isEmpty() ? Uni.createFrom().voidItem() : desk.load())
                .chain(this::decide);
    }

    private Uni<Void> decide(List<String> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(
                        id -> decide(desk.catalogue().byId(id).orElseThrow()))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> decide(ApprovedTemplate template) {
        boolean scam = template.source().encode().toLowerCase().contains("card number");
        return scam ? desk.decide(template, "REJECTED", "SCAM") : desk.decide(template, "APPROVED", "NONE");
    }

    private Uni<Void> tellAll() {
        return sql.rows(UNTOLD, row -> new JsonObject(row.getString("source"))).chain(decided -> tellAll(decided));
    }

    private Uni<Void> tellAll(List<JsonObject> decided) {
        return Multi.createFrom()
                .iterable(decided)
                .onItem()
                .transformToUniAndConcatenate(this::tell)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> tell(JsonObject template) {
        return post.send(body(template).encode().getBytes(US_ASCII))
                .chain(taken -> taken
                        ? sql.run("update sandbox_template set told = true where id = $1", template.getString("id"))
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    private static JsonObject body(JsonObject template) {
        JsonObject value = new JsonObject()
                .put("event", template.getString("status"))
                .put("message_template_id", Long.valueOf(template.getString("id")))
                .put("message_template_name", template.getString("name"))
                .put("message_template_language", template.getString("language"))
                .put("message_template_category", template.getString("category"))
                .put("reason", template.getString("rejected_reason"));
        JsonObject change =
                new JsonObject().put("field", "message_template_status_update").put("value", value);
        JsonObject entry =
                new JsonObject().put("id", SandboxAccount.WABA_ID).put("changes", new JsonArray().add(change));
        return new JsonObject().put("object", "whatsapp_business_account").put("entry", new JsonArray().add(entry));
    }
}
