package io.tiercast.sandbox;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** The templates of the sandbox's account: those it always has, and those that were submitted to it. */
@ApplicationScoped
class TemplateDesk {

    private static final String SELECT = "select id, source::text as source, deleted from sandbox_template order by id";

    private static final String SAVE = """
            insert into sandbox_template (id, source, deleted, told, changed_ms) values ($1, $2::text::jsonb, $3, $4, $5)
            on conflict (id) do update set source = excluded.source, deleted = excluded.deleted, told = excluded.told,
              changed_ms = excluded.changed_ms
            """;

    private final Catalogue built = Catalogue.load();
    private final Sql sql;
    private final Clock clock;
    private volatile Catalogue catalogue = built;

    private record Kept(ApprovedTemplate template, boolean deleted) {}

    TemplateDesk(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Uni<Void> load() {
        return sql.rows(
                        SELECT,
                        row -> new Kept(
                                ApprovedTemplate.of(new JsonObject(row.getString("source"))),
                                row.getBoolean("deleted")))
                .invoke(kept -> catalogue = built.with(
                        kept.stream().map(Kept::template).toList(),
                        kept.stream()
                                .filter(Kept::deleted)
                                .map(one -> one.template().id())
                                .collect(Collectors.toSet())))
                .replaceWithVoid();
    }

    Uni<JsonObject> create(TemplateRequest request) {
        if (!request.id().equals(SandboxAccount.WABA_ID)) {
            throw Refusal.noSuchObject(request.id());
        }
        JsonObject body = request.body();
        SubmissionCheck.check(body);
        if (catalogue.find(body.getString("name"), body.getString("language")).isPresent()) {
            throw Refusal.template(2388024, "There is already content in this language for this template.");
        }
        JsonObject source = body.copy()
                .put(
                        "id",
                        Long.toString(ThreadLocalRandom.current().nextLong(600_000_000_000_000L, 700_000_000_000_000L)))
                .put("quality_score", new JsonObject().put("score", "UNKNOWN"));
        return pending(source)
                .map(done -> new JsonObject()
                        .put("id", source.getString("id"))
                        .put("status", "PENDING")
                        .put("category", source.getString("category")));
    }

    Uni<JsonObject> edit(TemplateRequest request) {
        ApprovedTemplate template = catalogue.byId(request.id()).orElseThrow(() -> Refusal.noSuchObject(request.id()));
        if (!Set.of("APPROVED", "REJECTED", "PAUSED").contains(template.status())) {
            throw Refusal.template(2388039, "A template that is " + template.status() + " cannot be edited.");
        }
        JsonObject source = template.source().copy().mergeIn(request.body());
        SubmissionCheck.check(source);
        return pending(source).map(done -> new JsonObject().put("success", true));
    }

    Uni<JsonObject> unpause(TemplateRequest request) {
        ApprovedTemplate template = catalogue.byId(request.id()).orElseThrow(() -> Refusal.noSuchObject(request.id()));
        if (!template.status().equals("PAUSED")) {
            throw Refusal.template(2388039, "A template that is " + template.status() + " is not paused.");
        }
        return decide(template, "APPROVED", "NONE").map(done -> new JsonObject().put("success", true));
    }

    Uni<JsonObject> delete(TemplateRequest request) {
        List<ApprovedTemplate> named = catalogue.templates().stream()
                .filter(template -> template.name().equals(request.name()))
                .filter(template ->
                        request.templateId() == null || template.id().equals(request.templateId()))
                .toList();
        if (named.isEmpty()) {
            throw Refusal.template(2593002, "The template " + request.name() + " was not found.");
        }
        Uni<Void> all = Uni.createFrom().voidItem();
        for (ApprovedTemplate template : named) {
            all = all.chain(() -> save(template.source(), true, true));
        }
        return all.chain(this::load).map(done -> new JsonObject().put("success", true));
    }

    /** What the review decided; it is told by webhook. */
    Uni<Void> decide(ApprovedTemplate template, String status, String reason) {
        return save(template.source().copy().put("status", status).put("rejected_reason", reason), false, false)
                .chain(this::load);
    }

    private Uni<Void> pending(JsonObject source) {
        return save(source.put("status", "PENDING").put("rejected_reason", "NONE"), false, true)
                .chain(this::load);
    }

    private Uni<Void> save(JsonObject source, boolean deleted, boolean told) {
        return sql.run(SAVE, source.getString("id"), source.encode(), deleted, told, clock.millis())
                .replaceWithVoid();
    }
}
