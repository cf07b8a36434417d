package io.tiercast.webhook;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.event.Happening;
import io.tiercast.event.History;
import io.tiercast.message.QueueReactions;
import io.tiercast.message.StopReason;
import io.tiercast.meta.ErrorCatalogue;
import io.tiercast.meta.WebhookEvent.TemplateCategoryChange;
import io.tiercast.meta.WebhookEvent.TemplateQualityChange;
import io.tiercast.meta.WebhookEvent.TemplateStatusChange;
import io.tiercast.sender.SenderNews;
import io.tiercast.template.Template;
import io.tiercast.template.TemplateNews;
import io.tiercast.template.TemplateNews.Concerned;
import io.tiercast.template.TemplateNews.Named;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What news of a template do: the template shows them, and its queues stop, change or go on. */
@ApplicationScoped
class TemplateReactions {

    private static final String APPROVED = "APPROVED";

    /** Meta's words for a template that may be sent again. */
    private static final Set<String> GOOD = Set.of(APPROVED, "REINSTATED", "UNARCHIVED");

    private static final Map<String, Duration> PAUSES =
            Map.of("FIRST_PAUSE", Duration.ofHours(3), "SECOND_PAUSE", Duration.ofHours(6));

    private static final int NOT_APPROVED = 132001;
    private static final int PAUSED = 132015;
    private static final int DISABLED = 132016;

    private final TemplateNews templates;
    private final QueueReactions queues;
    private final SenderNews senders;
    private final History history;
    private final Clock clock;

    TemplateReactions(TemplateNews templates, QueueReactions queues, SenderNews senders, History history, Clock clock) {
        this.templates = templates;
        this.queues = queues;
        this.senders = senders;
        this.history = history;
        this.clock = clock;
    }

    Uni<Void> status(TemplateStatusChange news) {
        if (news.event() == null) {
            return Uni.createFrom().voidItem();
        }
        boolean good = GOOD.contains(news.event());
        String why = news.detail() == null ? news.reason() : news.detail();
        Named named = new Named(news.wabaId(), news.templateId(), news.name(), news.language());
        String message = "Meta has the template %s (%s) as %s now%s."
                .formatted(news.name(), news.language(), news.event(), why == null ? "" : ": " + why);
        return templates
                .status(named, good ? APPROVED : news.event(), good ? null : why, pauseEnds(news))
                .chain(concerned -> each(
                        concerned,
                        template -> good
                                ? queues.release(template.id(), List.of(NOT_APPROVED, PAUSED, DISABLED))
                                : queues.stopTemplate(template.id(), reason(news.event(), message))))
                .chain(() -> tellSenders("TEMPLATE_STATUS", message, named, news.event()));
    }

    /** As the template stands now, however that was learnt. */
    Uni<Void> found(Template template) {
        String status = template.missingSince() == null ? template.status() : "DELETED";
        String message =
                "Meta has the template %s (%s) as %s now.".formatted(template.name(), template.language(), status);
        return (status.equals(APPROVED)
                        ? queues.release(template.id(), List.of(NOT_APPROVED, PAUSED, DISABLED))
                        : queues.stopTemplate(template.id(), reason(status, message)))
                .chain(() -> queues.changeCategory(template.id(), template.category()))
                .replaceWithVoid();
    }

    Uni<Void> quality(TemplateQualityChange news) {
        if (news.current() == null) {
            return Uni.createFrom().voidItem();
        }
        Named named = new Named(news.wabaId(), news.templateId(), news.name(), news.language());
        String message = "The quality of the template %s (%s) is %s now, it was %s."
                .formatted(news.name(), news.language(), news.current(), news.previous());
        return templates
                .quality(named, news.current())
                .chain(concerned -> each(
                        concerned, template -> tellCampaigns(template, "TEMPLATE_QUALITY", message, news.current())))
                .chain(() -> tellSenders("TEMPLATE_QUALITY", message, named, news.current()));
    }

    /** First Meta announces a change, a day later it is done. */
    Uni<Void> category(TemplateCategoryChange news) {
        Named named = new Named(news.wabaId(), news.templateId(), news.name(), news.language());
        boolean done = news.announced() == null;
        String category = done ? news.category() : news.announced();
        if (category == null) {
            return Uni.createFrom().voidItem();
        }
        String message = "Meta %s the category of the template %s (%s) to %s%s."
                .formatted(
                        done ? "has changed" : "will change",
                        news.name(),
                        news.language(),
                        category,
                        done ? "" : " within a day");
        return (done ? templates.category(named, category) : templates.announcedCategory(named, category))
                .chain(concerned -> each(
                        concerned,
                        template -> tellCampaigns(template, "TEMPLATE_CATEGORY", message, category)
                                .chain(() -> done
                                        ? queues.changeCategory(template.id(), category)
                                        : Uni.createFrom().item(0))))
                .chain(() -> tellSenders("TEMPLATE_CATEGORY", message, named, category));
    }

    /** Meta pauses 3 hours the first time, 6 the second; null where it does not say which. */
    private Instant pauseEnds(TemplateStatusChange news) {
        Duration pause = news.title() == null ? null : PAUSES.get(news.title());
        return pause == null || !"PAUSED".equals(news.event())
                ? null
                : clock.instant().plus(pause);
    }

    private static StopReason reason(String status, String message) {
        int code = switch (status) {
            case "PAUSED" -> PAUSED;
            case "DISABLED" -> DISABLED;
            default -> NOT_APPROVED;
        };
        String advice = code == PAUSED
                ? "It goes on by itself when Meta has set the template back to approved."
                : ErrorCatalogue.of(code).advice();
        return new StopReason(code, message, advice);
    }

    private Uni<Void> tellCampaigns(Concerned template, String kind, String message, String value) {
        return queues.campaigns(template.id())
                .chain(ids -> history.record(ids.stream()
                        .map(id -> Happening.ofCampaign(
                                id, kind, message, Map.of("templateId", template.id(), "value", value)))
                        .toList()));
    }

    private Uni<Void> tellSenders(String kind, String message, Named named, String value) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("name", named.name());
        detail.put("language", named.language());
        detail.put("value", value);
        return senders.of(named.wabaId())
                .chain(ids -> history.record(ids.stream()
                        .map(id -> Happening.ofSender(id, kind, message, detail))
                        .toList()));
    }

    private static Uni<Void> each(List<Concerned> templates, Function<Concerned, Uni<?>> work) {
        Stream<Concerned> all = templates.stream();
        return Multi.createFrom()
                .items(all)
                .onItem()
                .transformToUniAndConcatenate(template -> work.apply(template).replaceWithVoid())
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
