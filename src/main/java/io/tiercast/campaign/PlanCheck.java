package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.contact.Contacts;
import io.tiercast.group.GroupMembers;
import io.tiercast.media.MediaLibrary;
import io.tiercast.problem.Problems;
import io.tiercast.problem.Problems.FieldError;
import io.tiercast.segment.Filter;
import io.tiercast.segment.FilterDoor;
import io.tiercast.segment.Segments;
import io.tiercast.sender.Senders;
import io.tiercast.sender.SendingNumber;
import io.tiercast.template.Templates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Refuses a plan that names what does not exist. A draft may be incomplete, but not wrong. */
@ApplicationScoped
class PlanCheck {

    private final Senders senders;
    private final Templates templates;
    private final GroupMembers groups;
    private final Contacts contacts;
    private final Segments segments;
    private final FilterDoor filters;
    private final MediaLibrary media;

    PlanCheck(
            Senders senders,
            Templates templates,
            GroupMembers groups,
            Contacts contacts,
            Segments segments,
            FilterDoor filters,
            MediaLibrary media) {
        this.senders = senders;
        this.templates = templates;
        this.groups = groups;
        this.contacts = contacts;
        this.segments = segments;
        this.filters = filters;
        this.media = media;
    }

    /** Fails with the 422 of the contract, naming each field. */
    Uni<Void> check(Plan plan) {
        List<FieldError> errors = timeFaults(plan);
        errors.addAll(languageFaults(plan.content()));
        Plan.Audience audience = plan.audience();
        List<Long> templateIds =
                plan.content().stream().map(Plan.Content::templateId).toList();
        return unknown(errors, "senderIds", "sender", plan.senderIds(), this::unknownSenders)
                .chain(() -> unknown(errors, "content[%d].templateId", "template", templateIds, templates::unknown))
                .chain(() -> unknownMedia(errors, plan.content()))
                .chain(() -> unknown(errors, "audience.groupIds", "group", audience.groupIds(), groups::unknown))
                .chain(() ->
                        unknown(errors, "audience.segmentIds", "segment", audience.segmentIds(), segments::unknown))
                .chain(() ->
                        unknown(errors, "audience.contactIds", "contact", audience.contactIds(), contacts::unknown))
                .chain(() -> filterFaults(errors, "audience.filter", audience.filter()))
                .chain(() -> exclusion(errors, audience.exclude()))
                .invoke(() -> refuse(errors));
    }

    private Uni<Void> exclusion(List<FieldError> errors, Plan.Exclusion exclude) {
        String field = "audience.exclude.";
        return unknown(errors, field + "groupIds", "group", exclude.groupIds(), groups::unknown)
                .chain(() -> unknown(errors, field + "segmentIds", "segment", exclude.segmentIds(), segments::unknown))
                .chain(() -> unknown(errors, field + "contactIds", "contact", exclude.contactIds(), contacts::unknown))
                .chain(() -> filterFaults(errors, field + "filter", exclude.filter()));
    }

    private Uni<Void> unknownMedia(List<FieldError> errors, List<Plan.Content> content) {
        Map<String, Long> ids = new LinkedHashMap<>();
        for (int i = 0; i < content.size(); i++) {
            String at = "content[" + i + "].variables.";
            content.get(i).variables().forEach((key, source) -> {
                if (source.mediaId() != null) {
                    ids.put(at + key + ".mediaId", source.mediaId());
                }
            });
        }
        return media.byIds(ids.values())
                .invoke(known -> ids.forEach((field, id) -> {
                    if (!known.containsKey(id)) {
                        errors.add(new FieldError(field, "there is no media " + id));
                    }
                }))
                .replaceWithVoid();
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

    private Uni<Void> filterFaults(List<FieldError> errors, String field, Filter filter) {
        return filter == null
                ? Uni.createFrom().voidItem()
                : filters.faults(filter, field).invoke(errors::addAll).replaceWithVoid();
    }

    /** Of several templates one is for everybody else, and no language has two. */
    private static List<FieldError> languageFaults(List<Plan.Content> content) {
        List<FieldError> errors = new ArrayList<>();
        if (content.size() > 1
                && content.stream().filter(entry -> entry.when() == null).count() != 1) {
            errors.add(new FieldError("content", "needs exactly one entry without when, for everybody else"));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < content.size(); i++) {
            if (content.get(i).when() != null
                    && !content.get(i).when().languages().stream().allMatch(seen::add)) {
                errors.add(new FieldError("content[" + i + "].when.languages", "has a language that is there already"));
            }
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
