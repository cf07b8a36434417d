package io.tiercast.template;

import io.smallrye.mutiny.Uni;
import io.tiercast.meta.GraphClient;
import io.tiercast.meta.GraphProblems;
import io.tiercast.problem.Problems;
import io.tiercast.problem.Problems.FieldError;
import io.tiercast.sender.SendingNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Changes and deletes templates, as Meta allows it. */
@ApplicationScoped
class TemplateEditing {

    private static final Set<String> EDITABLE = Set.of("APPROVED", "REJECTED", "PAUSED");
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int EDITS_A_MONTH = 10;

    private final TemplateWriting writing;
    private final GraphClient graph;
    private final TemplateStore store;
    private final Templates templates;
    private final TemplateExamples examples;
    private final Clock clock;

    TemplateEditing(
            TemplateWriting writing,
            GraphClient graph,
            TemplateStore store,
            Templates templates,
            TemplateExamples examples,
            Clock clock) {
        this.writing = writing;
        this.graph = graph;
        this.store = store;
        this.templates = templates;
        this.examples = examples;
        this.clock = clock;
    }

    /** A draft is rewritten here; what Meta has goes into its review again. */
    Uni<Template> replace(long id, ReplaceTemplate request) {
        return templates
                .get(id)
                .invoke(template -> requireSame(template, request))
                .chain(template -> template.draft() ? rewrite(template, request) : edit(template, request))
                .chain(templates::get);
    }

    Uni<Template> submit(long id) {
        return templates.get(id).invoke(TemplateEditing::requireDraft).chain(writing::submit);
    }

    /** After a pause by pacing, which does not end by itself. What Meta makes of it comes by webhook, or with the next sync. */
    Uni<Template> unpause(long id) {
        return templates
                .get(id)
                .invoke(TemplateEditing::requirePaused)
                .chain(this::unpause)
                .chain(() -> templates.get(id));
    }

    private Uni<Void> unpause(Template template) {
        return writing.maker(template)
                .chain(sender -> sender.isPresent()
                        ? graph.unpauseTemplate(sender.get().graph(), template.metaId())
                        : store.approve(template.id()))
                .onFailure()
                .transform(GraphProblems::explainTemplate);
    }

    Uni<Void> delete(long id) {
        return templates
                .get(id)
                .call(template -> store.campaignOf(id).invoke(TemplateEditing::requireUnused))
                .chain(template -> local(template) ? Uni.createFrom().voidItem() : deleteAtMeta(template))
                .chain(() -> store.delete(id))
                .replaceWithVoid();
    }

    private Uni<Long> rewrite(Template draft, ReplaceTemplate request) {
        return store.rewrite(draft.id(), request.wording(), null, Template.DRAFT)
                .chain(id -> request.draft()
                        ? Uni.createFrom().item(id)
                        : templates.get(id).chain(writing::submit).map(Template::id));
    }

    private Uni<Long> edit(Template template, ReplaceTemplate request) {
        return writing.maker(template)
                .chain(sender -> sender.isPresent()
                        ? edit(template, request.wording(), sender.get())
                        : editCopy(template, request.wording()));
    }

    private Uni<Long> edit(Template template, Wording wording, SendingNumber sender) {
        requireEditable(template, wording);
        wording.refuse(List.of(), true);
        return store.edits(template.id())
                .invoke(edits -> requireRest(template, edits))
                .chain(() -> examples.uploaded(sender, wording))
                .chain(sent -> graph.editTemplate(sender.graph(), template.metaId(), sent.json()))
                .onFailure()
                .transform(GraphProblems::explainTemplate)
                .chain(() -> store.rewrite(template.id(), wording, null, "PENDING"));
    }

    /** Whoever copied it knows what the provider approved. */
    private Uni<Long> editCopy(Template template, Wording wording) {
        wording.refuse(List.of(), false);
        return store.rewrite(template.id(), wording, null, Template.SENDABLE);
    }

    private Uni<Void> deleteAtMeta(Template template) {
        return writing.maker(template)
                .chain(sender -> sender.isPresent()
                        ? deleteAtMeta(template, sender.get())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> deleteAtMeta(Template template, SendingNumber sender) {
        if (template.status().equals("DISABLED")) {
            throw Problems.conflict("template-disabled", "Meta does not delete a template that it has disabled");
        }
        return graph.deleteTemplate(sender.graph(), template.wabaId(), template.metaId(), template.name())
                .onFailure()
                .transform(GraphProblems::explainTemplate);
    }

    private static boolean local(Template template) {
        return template.draft() || template.missingSince() != null || template.metaId() == null;
    }

    private static void requireSame(Template template, ReplaceTemplate request) {
        List<FieldError> errors = new ArrayList<>();
        if (request.name() != null && !request.name().equals(template.name())) {
            errors.add(new FieldError("name", "cannot be changed; it is " + template.name()));
        }
        if (request.language() != null && !request.language().equals(template.language())) {
            errors.add(new FieldError("language", "cannot be changed; it is " + template.language()));
        }
        if (request.draft() && !template.draft()) {
            errors.add(new FieldError("draft", "is possible only before the template is submitted"));
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid("template-not-valid", "This cannot be changed.", errors);
        }
    }

    private static void requireEditable(Template template, Wording wording) {
        if (!EDITABLE.contains(template.status()) || template.missingSince() != null) {
            throw Problems.conflict("wrong-state", "Meta changes only templates that are approved, rejected or paused");
        }
        if (template.status().equals("APPROVED") && !template.category().equals(wording.category())) {
            throw Problems.invalid("category", "cannot be changed while the template is approved");
        }
    }

    private void requireRest(Template template, List<OffsetDateTime> edits) {
        if (!template.status().equals("APPROVED")) {
            return;
        }
        if (since(edits, DAY) >= 1 || since(edits, MONTH) >= EDITS_A_MONTH) {
            throw Problems.conflict(
                    "edited-too-often", "Meta allows one edit of an approved template in 24 hours and ten in 30 days");
        }
    }

    private long since(List<OffsetDateTime> edits, Duration time) {
        Instant from = clock.instant().minus(time);
        return edits.stream().filter(edit -> edit.toInstant().isAfter(from)).count();
    }

    private static void requireDraft(Template template) {
        if (!template.draft()) {
            throw Problems.conflict("wrong-state", "Template " + template.id() + " is no draft");
        }
    }

    private static void requirePaused(Template template) {
        if (!template.status().equals("PAUSED")) {
            throw Problems.conflict("wrong-state", "Template " + template.id() + " is not paused");
        }
    }

    private static void requireUnused(Long campaign) {
        if (campaign != null) {
            throw Problems.conflict("template-in-use", "Campaign " + campaign + " sends this template");
        }
    }
}
