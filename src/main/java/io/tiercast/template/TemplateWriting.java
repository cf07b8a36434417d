package io.tiercast.template;

import io.smallrye.mutiny.Uni;
import io.tiercast.meta.GraphClient;
import io.tiercast.meta.GraphProblems;
import io.tiercast.meta.SubmittedTemplate;
import io.tiercast.problem.Problems;
import io.tiercast.problem.Problems.FieldError;
import io.tiercast.sender.Senders;
import io.tiercast.sender.SendingNumber;
import io.tiercast.template.rules.TemplateRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Writes new templates: checked here, submitted to Meta, or kept as drafts. */
@ApplicationScoped
class TemplateWriting {

    private final Senders senders;
    private final GraphClient graph;
    private final TemplateStore store;
    private final Templates templates;
    private final TemplateExamples examples;

    TemplateWriting(
            Senders senders, GraphClient graph, TemplateStore store, Templates templates, TemplateExamples examples) {
        this.senders = senders;
        this.graph = graph;
        this.store = store;
        this.templates = templates;
        this.examples = examples;
    }

    /** A draft may break rules: it is checked when it is submitted. */
    Uni<Template> create(CreateTemplate request) {
        List<FieldError> errors = TemplateRules.ofName(request.name(), request.language());
        if (request.draft() && !errors.isEmpty()) {
            throw Problems.invalid("template-not-valid", "Meta would refuse this template.", errors);
        }
        return senders.byId(request.senderId())
                .map(sender -> sender.orElseThrow(
                        () -> Problems.invalid("senderId", "There is no sender " + request.senderId())))
                .chain(sender -> create(sender, request, errors))
                .chain(templates::get);
    }

    private Uni<Long> create(SendingNumber sender, CreateTemplate request, List<FieldError> errors) {
        boolean submits = sender.provider().capabilities().templateCreation();
        if (!request.draft()) {
            request.wording().refuse(errors, submits);
        }
        return store.taken(sender.wabaId(), request.name(), request.language())
                .invoke(id -> requireFree(id, request.name(), request.language()))
                .chain(() -> request.draft() || !submits ? keep(sender, request) : submit(sender, request));
    }

    /** What a provider approved that has no interface for templates is copied here as approved. */
    private Uni<Long> keep(SendingNumber sender, CreateTemplate request) {
        String status = request.draft() ? Template.DRAFT : Template.SENDABLE;
        return store.insert(sender.wabaId(), request.name(), request.language(), request.wording(), null, status);
    }

    private Uni<Long> submit(SendingNumber sender, CreateTemplate request) {
        Wording wording = request.wording();
        return submit(sender, request.name(), request.language(), wording)
                .chain(submitted -> store.insert(
                        sender.wabaId(),
                        request.name(),
                        request.language(),
                        categorised(wording, submitted),
                        submitted.id(),
                        submitted.status()));
    }

    /** Submits what is a draft until now. */
    Uni<Template> submit(Template draft) {
        return maker(draft)
                .chain(sender -> sender.isPresent() ? submit(draft, sender.get()) : keep(draft))
                .chain(templates::get);
    }

    private Uni<Long> submit(Template draft, SendingNumber sender) {
        Wording wording = draft.wording();
        wording.refuse(TemplateRules.ofName(draft.name(), draft.language()), true);
        return submit(sender, draft.name(), draft.language(), wording)
                .chain(submitted ->
                        store.rewrite(draft.id(), categorised(wording, submitted), submitted.id(), submitted.status()));
    }

    private Uni<Long> keep(Template draft) {
        draft.wording().refuse(TemplateRules.ofName(draft.name(), draft.language()), false);
        return store.rewrite(draft.id(), draft.wording(), null, Template.SENDABLE);
    }

    /** A number through which the account's templates are submitted; empty: no provider of the account takes any. */
    Uni<Optional<SendingNumber>> maker(Template template) {
        return senders.ofAccount(template.wabaId())
                .invoke(TemplateWriting::requireConnected)
                .map(numbers -> numbers.stream()
                        .filter(number -> number.provider().capabilities().templateCreation())
                        .findFirst());
    }

    private static void requireConnected(List<SendingNumber> numbers) {
        if (numbers.isEmpty()) {
            throw Problems.conflict("no-sender", "No sender of the template's WhatsApp Business account is connected");
        }
    }

    private Uni<SubmittedTemplate> submit(SendingNumber sender, String name, String language, Wording wording) {
        return store.saysTheSame(sender.wabaId(), language, name, wording)
                .invoke(TemplateWriting::requireUnsaid)
                .chain(() -> examples.uploaded(sender, wording))
                .chain(sent -> graph.createTemplate(
                        sender.graph(),
                        sender.wabaId(),
                        sent.json().put("name", name).put("language", language)))
                .onFailure()
                .transform(GraphProblems::explainTemplate);
    }

    private static Wording categorised(Wording wording, SubmittedTemplate submitted) {
        return submitted.category() == null
                ? wording
                : new Wording(submitted.category(), wording.components(), wording.timeToLive());
    }

    private static void requireFree(Long taken, String name, String language) {
        if (taken != null) {
            throw Problems.conflict(
                    "template-exists",
                    "There is the template %d of the name %s in %s".formatted(taken, name, language));
        }
    }

    private static void requireUnsaid(String other) {
        if (other != null) {
            throw Problems.invalid(
                    "template-not-valid",
                    "Meta would refuse this template.",
                    List.of(new FieldError(
                            "components", "body and footer are the same as those of the template " + other)));
        }
    }
}
