package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.contact.Contacts;
import io.tiercast.group.GroupMembers;
import io.tiercast.problem.Problems;
import io.tiercast.problem.Problems.FieldError;
import io.tiercast.sender.Senders;
import io.tiercast.sender.SendingNumber;
import io.tiercast.template.Templates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Refuses a plan that names what does not exist. A draft may be incomplete, but not wrong. */
@ApplicationScoped
class PlanCheck {

    private final Senders senders;
    private final Templates templates;
    private final GroupMembers groups;
    private final Contacts contacts;

    PlanCheck(Senders senders, Templates templates, GroupMembers groups, Contacts contacts) {
        this.senders = senders;
        this.templates = templates;
        this.groups = groups;
        this.contacts = contacts;
    }

    /** Fails with the 422 of the contract, naming each field. */
    Uni<Void> check(Plan plan) {
        List<FieldError> errors = timeFaults(plan);
        errors.addAll(notYet(plan));
        Plan.Audience audience = plan.audience();
        List<Long> templateIds =
                plan.content().stream().map(Plan.Content::templateId).toList();
        return unknown(errors, "senderIds", "sender", plan.senderIds(), this::unknownSenders)
                .chain(() -> unknown(errors, "content[%d].templateId", "template", templateIds, templates::unknown))
                .chain(() -> unknown(errors, "audience.groupIds", "group", audience.groupIds(), groups::unknown))
                .chain(() ->
                        unknown(errors, "audience.contactIds", "contact", audience.contactIds(), contacts::unknown))
                .chain(() -> unknown(
                        errors,
                        "audience.exclude.groupIds",
                        "group",
                        audience.exclude().groupIds(),
                        groups::unknown))
                .chain(() -> unknown(
                        errors,
                        "audience.exclude.contactIds",
                        "contact",
                        audience.exclude().contactIds(),
                        contacts::unknown))
                .invoke(() -> refuse(errors));
    }

    private Uni<List<Long>> unknownSenders(List<Long> ids) {
        return senders.all().map(all -> {
            List<Long> known = all.stream().map(SendingNumber::id).toList();
            return ids.stream().filter(id -> !known.contains(id)).toList();
        });
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problems.invalid(
                    "invalid", errors.get(0).field() + " " + errors.get(0).message(), errors);
        }
    }

    private static Uni<Void> unknown(
            List<FieldError> errors,
            String field,
            String noun,
            List<Long> ids,
            Function<List<Long>, Uni<List<Long>>> lookUp) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return lookUp.apply(ids)
                .invoke(missing -> missing.forEach(id ->
                        errors.add(new FieldError(place(field, ids.indexOf(id)), "there is no " + noun + " " + id))))
                .replaceWithVoid();
    }

    private static String place(String field, int index) {
        return field.contains("%d") ? field.formatted(index) : field + "[" + index + "]";
    }

    /** Segments and filters have their place in the contract, but no segment exists yet that could be named. */
    private static List<FieldError> notYet(Plan plan) {
        List<FieldError> errors = new ArrayList<>();
        plan.audience()
                .segmentIds()
                .forEach(id -> errors.add(new FieldError("audience.segmentIds", "there is no segment " + id)));
        plan.audience()
                .exclude()
                .segmentIds()
                .forEach(id -> errors.add(new FieldError("audience.exclude.segmentIds", "there is no segment " + id)));
        if (plan.audience().filter() != null) {
            errors.add(new FieldError("audience.filter", "filters are not supported yet"));
        }
        return errors;
    }

    private static List<FieldError> timeFaults(Plan plan) {
        List<FieldError> errors = new ArrayList<>();
        Plan.Schedule schedule = plan.schedule();
        if (schedule.type() == Plan.ScheduleType.AT) {
            zoneFault(errors, "schedule.timezone", schedule.timezone());
            if (schedule.at() == null || errors.isEmpty() && !isTime(schedule)) {
                errors.add(new FieldError("schedule.at", "must be a time such as 2026-12-01T10:00"));
            }
        }
        if (plan.delivery().hours() != null) {
            zoneFault(errors, "delivery.hours.timezone", plan.delivery().hours().timezone());
        }
        return errors;
    }

    private static void zoneFault(List<FieldError> errors, String field, String zone) {
        if (zone == null || !ZoneId.getAvailableZoneIds().contains(zone)) {
            errors.add(new FieldError(field, "must be an IANA time zone such as Asia/Kolkata"));
        }
    }

    private static boolean isTime(Plan.Schedule schedule) {
        try {
            return Schedules.startOf(schedule) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
