package io.tiercast.webhook;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.template.Template;
import io.tiercast.template.TemplateChanges;
import io.tiercast.template.TemplateChanges.Change;
import io.tiercast.template.Templates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lets a change of a template that a sync found do to its queues what the webhook would have done. Doing it twice does no harm. */
@ApplicationScoped
class TemplateWatch {

    private final TemplateChanges changes;
    private final Templates templates;
    private final TemplateReactions reactions;

    TemplateWatch(TemplateChanges changes, Templates templates, TemplateReactions reactions) {
        this.changes = changes;
        this.templates = templates;
        this.reactions = reactions;
    }

    @Scheduled(every = "1s", identity = "template-changes", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return changes.open().chain(open -> open.isEmpty() ? Uni.createFrom().voidItem() : react(open));
    }

    private Uni<Void> react(List<Change> open) {
        return Multi.createFrom()
                .iterable(open.stream().map(Change::templateId).distinct().toList())
                .onItem()
                .transformToUniAndConcatenate(this::react)
                .collect()
                .asList()
                .chain(() -> changes.done(open))
                .replaceWithVoid();
    }

    private Uni<Void> react(Long templateId) {
        return templates.byId(templateId).chain(template -> react(template));
    }

    private Uni<Void> react(Template template) {
        return template == null ? Uni.createFrom().voidItem() : reactions.found(template);
    }
}
