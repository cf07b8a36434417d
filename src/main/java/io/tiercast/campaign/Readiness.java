package io.tiercast.campaign;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.tiercast.sender.Sender;
import io.tiercast.sender.SenderRepository;
import io.tiercast.template.Template;
import io.tiercast.template.Templates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether a plan can be sent as it stands: what stops it, field by field. */
@ApplicationScoped
class Readiness {

    /** A plan with the sender and the template that it names; either may be missing. */
    record Parts(Plan plan, Sender sender, Template template) {

        /** Where the variables of the template come from. */
        VariableBindings bindings() {
            return new VariableBindings(
                    template.variables(), plan.content().get(0).variables());
        }
    }

    private final SenderRepository senders;
    private final Templates templates;
    private final Clock clock;

    Readiness(SenderRepository senders, Templates templates, Clock clock) {
        this.senders = senders;
        this.templates = templates;
        this.clock = clock;
    }

    Uni<Parts> parts(Plan plan) {
        return sender(plan).chain(sender -> template(plan).map(template -> new Parts(plan, sender, template)));
    }

    private Uni<Sender> sender(Plan plan) {
        return plan.senderIds().isEmpty()
                ? Uni.createFrom().nullItem()
                : Panache.withSession(() -> senders.findById(plan.senderIds().get(0)));
    }

    private Uni<Template> template(Plan plan) {
        return plan.content().isEmpty()
                ? Uni.createFrom().nullItem()
                : templates.byId(plan.content().get(0).templateId());
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
        if (parts.template() == null) {
            problems.add(new Finding("TEMPLATE_MISSING", "Choose a template to send.", "content"));
        } else {
            templateProblems(problems, parts);
        }
        audienceProblems(problems, parts.plan().audience());
        return problems;
    }

    /** What stops a paused campaign from going on. */
    List<Finding> problemsToResume(Parts parts) {
        List<Finding> problems = new ArrayList<>();
        senderProblems(problems, parts);
        if (parts.template() != null) {
            sendableProblems(problems, parts.template());
        }
        return problems;
    }

    private void senderProblems(List<Finding> problems, Parts parts) {
        Sender sender = parts.sender();
        if (sender == null) {
            problems.add(new Finding("SENDER_MISSING", "Choose the number to send from.", "senderIds"));
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

    private static void sendableProblems(List<Finding> problems, Template template) {
        template.whyNotApproved()
                .ifPresent(why -> problems.add(new Finding("TEMPLATE_NOT_APPROVED", why, "content[0].templateId")));
        template.whyNotUnderstood()
                .ifPresent(why -> problems.add(new Finding("TEMPLATE_NOT_UNDERSTOOD", why, "content[0].templateId")));
    }

    private static void templateProblems(List<Finding> problems, Parts parts) {
        Template template = parts.template();
        sendableProblems(problems, template);
        if (parts.sender() != null && !parts.sender().wabaId.equals(template.wabaId())) {
            problems.add(new Finding(
                    "TEMPLATE_OF_OTHER_ACCOUNT",
                    "The template " + template.name()
                            + " belongs to another WhatsApp Business account than the sender.",
                    "content[0].templateId"));
        }
        parts.bindings()
                .faults()
                .forEach(fault -> problems.add(new Finding(
                        "VARIABLE_NOT_MAPPED",
                        "The variable " + fault.key() + " " + fault.message() + ".",
                        "content[0].variables." + fault.key())));
    }

    private static void audienceProblems(List<Finding> problems, Plan.Audience audience) {
        if (audience.nobodyChosen()) {
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
