package io.tiercast.campaign;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.tiercast.media.Media;
import io.tiercast.media.MediaLibrary;
import io.tiercast.security.SecretBox;
import io.tiercast.sender.Sender;
import io.tiercast.sender.SenderRepository;
import io.tiercast.template.Template;
import io.tiercast.template.Templates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether a plan can be sent as it stands: what stops it, field by field. */
@ApplicationScoped
class Readiness {

    /**
     * A plan with the sender and the templates that it names.
     *
     * @param sender may be missing
     * @param templates in the order of the content, null where one is missing
     * @param brought the recipients that brought their own values
     * @param media those of our files that it names for everybody, by id
     * @param shared what variables may say of the campaign and its number, by path
     */
    record Parts(
            Plan plan,
            Sender sender,
            List<Template> templates,
            RecipientList brought,
            Map<Long, Media> media,
            Map<String, String> shared) {

        /** The first one; null if there is none. The others are of the same category. */
        Template template() {
            return templates.isEmpty() ? null : templates.get(0);
        }

        /** Where the variables of a template come from. */
        VariableBindings bindings(int index) {
            return new VariableBindings(
                    templates.get(index).variables(),
                    SharedFields.filled(plan.content().get(index).variables(), shared),
                    brought.fields(),
                    media);
        }
    }

    private final SenderRepository senders;
    private final SecretBox secrets;
    private final Templates templates;
    private final RecipientLists lists;
    private final MediaLibrary media;
    private final Clock clock;

    Readiness(
            SenderRepository senders,
            SecretBox secrets,
            Templates templates,
            RecipientLists lists,
            MediaLibrary media,
            Clock clock) {
        this.senders = senders;
        this.secrets = secrets;
        this.templates = templates;
        this.lists = lists;
        this.media = media;
        this.clock = clock;
    }

    Uni<Parts> parts(Campaign campaign) {
        Plan plan = campaign.plan;
        return Uni.combine()
                .all()
                .unis(sender(plan), templates(plan), lists.of(campaign.id), media.byIds(plan.mediaIds()))
                .with((sender, templates, brought, media) -> new Parts(
                        plan, sender, templates, brought, media, SharedFields.of(campaign, sender, clock.instant())));
    }

    private Uni<Sender> sender(Plan plan) {
        return plan.senderIds().isEmpty()
                ? Uni.createFrom().nullItem()
                : Panache.withSession(() -> senders.findById(plan.senderIds().get(0)));
    }

    private Uni<List<Template>> templates(Plan plan) {
        List<Long> ids = plan.content().stream().map(Plan.Content::templateId).toList();
        return templates.byIds(ids).map(byId -> ids.stream().map(byId::get).toList());
    }

    /** What stops a launch at this moment. */
    List<Finding> problems(Parts parts) {
        List<Finding> problems = problemsAtStart(parts);
        timeProblems(problems, parts.plan());
        return problems;
    }

    /** What stops the start of a launched campaign. Its time is none of it: who is too late is skipped and counted. */
    List<Finding> problemsAtStart(Parts parts) {
        List<Finding> problems = new ArrayList<>();
        senderProblems(problems, parts);
        problems.addAll(contentProblems(parts));
        audienceProblems(problems, parts);
        return problems;
    }

    /** What stops a paused campaign from going on. */
    List<Finding> problemsToResume(Parts parts) {
        List<Finding> problems = new ArrayList<>();
        senderProblems(problems, parts);
        for (int i = 0; i < parts.templates().size(); i++) {
            if (parts.templates().get(i) != null) {
                sendableProblems(problems, parts.templates().get(i), "content[" + i + "]");
            }
        }
        return problems;
    }

    /** Variables that are to come from a column which no recipient brings. */
    List<Finding> unknownColumns(Parts parts) {
        List<Finding> findings = new ArrayList<>();
        List<Plan.Content> content = parts.plan().content();
        for (int i = 0; i < content.size(); i++) {
            String at = "content[" + i + "].variables.";
            content.get(i).variables().forEach((key, source) -> {
                if (parts.brought().lacks(source.path())) {
                    findings.add(new Finding(
                            "RECIPIENT_COLUMN_UNKNOWN",
                            "No recipient brought a value for " + source.path() + ".",
                            at + key));
                }
            });
        }
        return findings;
    }

    /** Fails with 422 and the problems while templates and variables are not in order. */
    void requireContent(Parts parts) {
        refuse(contentProblems(parts));
    }

    /** Fails with 422 and the problems while sender, templates and variables are not in order. */
    void requireSendable(Parts parts) {
        List<Finding> problems = new ArrayList<>();
        senderProblems(problems, parts);
        problems.addAll(contentProblems(parts));
        refuse(problems);
    }

    private static void refuse(List<Finding> problems) {
        if (!problems.isEmpty()) {
            throw Finding.refusal(problems);
        }
    }

    private static List<Finding> contentProblems(Parts parts) {
        List<Finding> problems = new ArrayList<>();
        if (parts.templates().isEmpty()) {
            problems.add(new Finding("TEMPLATE_MISSING", "Choose a template to send.", "content"));
        }
        for (int i = 0; i < parts.templates().size(); i++) {
            templateProblems(problems, parts, i);
        }
        return problems;
    }

    private void senderProblems(List<Finding> problems, Parts parts) {
        Sender sender = parts.sender();
        if (sender == null) {
            problems.add(new Finding("SENDER_MISSING", "Choose the number to send from.", "senderIds"));
        } else if (sender.trouble(secrets) != null) {
            problems.add(new Finding("SENDER_UNUSABLE", sender.trouble(secrets), "senderIds"));
        } else if (!sender.status.equals("CONNECTED")) {
            problems.add(new Finding(
                    "SENDER_NOT_CONNECTED",
                    "Meta says that " + sender.name + " is " + sender.status + "; only a connected number can send.",
                    "senderIds"));
        } else if (restricted(sender, parts.template())) {
            problems.add(new Finding("SENDER_RESTRICTED", restriction(sender), "senderIds"));
        }
    }

    private boolean restricted(Sender sender, Template template) {
        return sender.restriction != null
                && sender.restriction.forbids(template == null ? null : template.category(), clock.instant());
    }

    private static String restriction(Sender sender) {
        Instant until = sender.restriction.until();
        return sender.restriction.message() + (until == null ? "" : " This ends at " + until + ".");
    }

    private static void sendableProblems(List<Finding> problems, Template template, String at) {
        template.whyNotApproved()
                .ifPresent(why -> problems.add(new Finding("TEMPLATE_NOT_APPROVED", why, at + ".templateId")));
        template.whyNotUnderstood()
                .ifPresent(why -> problems.add(new Finding("TEMPLATE_NOT_UNDERSTOOD", why, at + ".templateId")));
    }

    private static void templateProblems(List<Finding> problems, Parts parts, int index) {
        Template template = parts.templates().get(index);
        String at = "content[" + index + "]";
        if (template == null) {
            problems.add(new Finding("TEMPLATE_MISSING", "This template was deleted.", at + ".templateId"));
            return;
        }
        sendableProblems(problems, template, at);
        belongingProblems(problems, parts, template, at);
        parts.bindings(index)
                .faults()
                .forEach(fault -> problems.add(new Finding(
                        "VARIABLE_NOT_MAPPED",
                        "The variable " + fault.key() + " " + fault.message() + ".",
                        at + ".variables." + fault.key())));
    }

    private static void belongingProblems(List<Finding> problems, Parts parts, Template template, String at) {
        if (parts.sender() != null && !parts.sender().wabaId.equals(template.wabaId())) {
            problems.add(new Finding(
                    "TEMPLATE_OF_OTHER_ACCOUNT",
                    "The template " + template.name()
                            + " belongs to another WhatsApp Business account than the sender.",
                    at + ".templateId"));
        }
        if (parts.template() != null && !parts.template().category().equals(template.category())) {
            problems.add(new Finding(
                    "TEMPLATE_OF_OTHER_CATEGORY",
                    "All templates of a campaign must be of the same category.",
                    at + ".templateId"));
        }
    }

    private static void audienceProblems(List<Finding> problems, Parts parts) {
        if (parts.brought().loading()) {
            problems.add(new Finding("RECIPIENTS_LOADING", "A file of recipients is still being stored.", "audience"));
        }
        if (parts.plan().audience().nobodyChosen() && parts.brought().isEmpty()) {
            problems.add(new Finding("AUDIENCE_MISSING", "Choose who gets the message.", "audience"));
        }
    }

    private void timeProblems(List<Finding> problems, Plan plan) {
        Instant start = Schedules.startOf(plan.schedule());
        Instant stopAt = plan.delivery().stopAt();
        if (start != null && start.isBefore(clock.instant())) {
            problems.add(new Finding("SCHEDULE_IN_THE_PAST", "The time to start has passed.", "schedule.at"));
        }
        if (stopAt != null && !stopAt.isAfter(start == null ? clock.instant() : start)) {
            problems.add(new Finding("STOP_BEFORE_START", "It would stop before it starts.", "delivery.stopAt"));
        }
    }
}
