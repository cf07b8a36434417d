package io.tiercast.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.tiercast.meta.ListedTemplate;
import io.tiercast.problem.Problems;
import io.tiercast.problem.Problems.FieldError;
import io.tiercast.sender.Senders;
import io.tiercast.sender.SendingNumber;
import io.tiercast.template.rules.TemplateRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Takes over the templates of a provider that does not list them. */
@ApplicationScoped
class TemplateImport {

    private static final String UNSAID = "UNKNOWN";

    private final Senders senders;
    private final ListedTemplates store;

    TemplateImport(Senders senders, ListedTemplates store) {
        this.senders = senders;
        this.store = store;
    }

    /** Those not among them stay as they are. */
    Uni<TemplateSyncView> run(ImportTemplates request) {
        List<ListedTemplate> templates = request.templates().stream()
                .map(ListedTemplate::read)
                .map(TemplateImport::completed)
                .toList();
        refuse(templates);
        return senders.byId(request.senderId())
                .map(sender -> sender.orElseThrow(
                        () -> Problems.invalid("senderId", "There is no sender " + request.senderId())))
                .invoke(TemplateImport::requireUnlisted)
                .chain(sender -> store.store(sender.wabaId(), templates, false));
    }

    private static void refuse(List<ListedTemplate> templates) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < templates.size(); i++) {
            String at = "templates[" + i + "].";
            problems(templates.get(i))
                    .forEach(error -> errors.add(new FieldError(at + error.field(), error.message())));
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid("template-not-valid", "Some templates cannot be read.", errors);
        }
    }

    private static List<FieldError> problems(ListedTemplate template) {
        List<FieldError> errors = new ArrayList<>(TemplateRules.ofName(
                template.name() == null ? "" : template.name(),
                template.language() == null ? "" : template.language()));
        if (!TemplateRules.isCategory(template.category())) {
            errors.add(new FieldError("category", "must be MARKETING, UTILITY or AUTHENTICATION"));
        }
        if (!template.components().isArray()) {
            errors.add(new FieldError("components", "must be an array"));
        }
        return errors;
    }

    /** Whoever brings it says that it was approved; what its variables are called is seen in it. */
    private static ListedTemplate completed(ListedTemplate template) {
        JsonNode components = template.components();
        boolean readable = components.isArray();
        Wording wording = readable ? Wording.of(template.category(), components, null) : null;
        return new ListedTemplate(
                template.id(),
                template.name(),
                template.language(),
                template.category(),
                template.announcedCategory(),
                template.status().equals(UNSAID) ? Template.SENDABLE : template.status(),
                template.quality(),
                template.rejectedReason(),
                readable ? wording.parameterFormat() : template.parameterFormat(),
                readable ? wording.components() : components,
                template.timeToLive());
    }

    private static void requireUnlisted(SendingNumber sender) {
        if (sender.provider().capabilities().templateSync()) {
            throw Problems.conflict(
                    "templates-synced", "The templates of this sender are read from its provider: sync them");
        }
    }
}
