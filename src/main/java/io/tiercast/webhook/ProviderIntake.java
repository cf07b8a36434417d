package io.tiercast.webhook;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.tiercast.message.Attempt;
import io.tiercast.message.CallbackData;
import io.tiercast.message.EarlyStatuses;
import io.tiercast.message.EarlyStatuses.Early;
import io.tiercast.message.EarlyStatuses.Found;
import io.tiercast.message.ProviderMessages;
import io.tiercast.meta.WebhookEvent;
import io.tiercast.meta.WebhookEvent.StatusEvent;
import io.tiercast.sender.SendingNumber;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What somebody else than Meta tells of a number. It is believed about that number alone; and where its statuses do not bring
 * our mark, they get it here by the provider's id, so that they go on like all others.
 */
@ApplicationScoped
class ProviderIntake {

    private final ProviderMessages messages;
    private final EarlyStatuses early;
    private final CallbackData callbackData;
    private final EventIntake intake;
    private final StatusChannel statuses;
    private final ObjectMapper json;
    private final Counter foreign;

    ProviderIntake(
            ProviderMessages messages,
            EarlyStatuses early,
            CallbackData callbackData,
            EventIntake intake,
            StatusChannel statuses,
            ObjectMapper json,
            MeterRegistry metrics) {
        this.messages = messages;
        this.early = early;
        this.callbackData = callbackData;
        this.intake = intake;
        this.statuses = statuses;
        this.json = json;
        this.foreign = metrics.counter("tiercast.webhook.foreign.statuses");
    }

    Uni<Void> store(SendingNumber sender, List<WebhookEvent> events) {
        List<WebhookEvent> own =
                events.stream().filter(event -> concerns(sender, event)).toList();
        return sender.provider().capabilities().evidence() ? intake.store(own) : storeById(sender, own);
    }

    private static boolean concerns(SendingNumber sender, WebhookEvent event) {
        return (event.phoneNumberId() == null || event.phoneNumberId().equals(sender.phoneNumberId()))
                && (event.wabaId() == null || event.wabaId().equals(sender.wabaId()));
    }

    private Uni<Void> storeById(SendingNumber sender, List<WebhookEvent> events) {
        return messages.find(
                        sender.id(),
                        events.stream()
                                .filter(StatusEvent.class::isInstance)
                                .map(event -> ((StatusEvent) event).wamid())
                                .collect(toSet()))
                .chain(known -> store(sender, events, known));
    }

    private Uni<Void> store(SendingNumber sender, List<WebhookEvent> events, Map<String, Attempt> known) {
        List<WebhookEvent> ready = new ArrayList<>();
        List<Early> waiting = new ArrayList<>();
        for (WebhookEvent event : events) {
            if (!(event instanceof StatusEvent status) || status.wamid() == null) {
                ready.add(event);
            } else if (known.containsKey(status.wamid())) {
                ready.add(marked(status, known.get(status.wamid())));
            } else {
                waiting.add(new Early(status.wamid(), written(status)));
            }
        }
        return early.keep(sender.id(), waiting).chain(() -> intake.store(ready));
    }

    /** Those that came too early have their turn once their message is known. Doing it twice does no harm. */
    @Scheduled(every = "1s", identity = "early-statuses", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> late() {
        return early.found().chain(found -> found.isEmpty() ? forget() : settle(found));
    }

    private Uni<Void> settle(List<Found> found) {
        return statuses.send(found.stream()
                        .map(one -> marked(read(one.event()), one.attempt()))
                        .toList())
                .chain(() -> early.done(found));
    }

    private Uni<Void> forget() {
        return early.forget().invoke(n -> foreign.increment(n)).replaceWithVoid();
    }

    private StatusEvent marked(StatusEvent status, Attempt attempt) {
        return new StatusEvent(
                status.phoneNumberId(),
                status.wamid(),
                status.status(),
                status.at(),
                status.recipientId(),
                status.waId(),
                status.userId(),
                callbackData.encode(attempt),
                status.errorCode(),
                status.errorDetail(),
                status.pricing());
    }

    private JsonObject written(StatusEvent status) {
        try {
            return new JsonObject(json.writeValueAsString(status));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private StatusEvent read(JsonObject status) {
        try {
            return json.readValue(status.encode(), StatusEvent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("It was written here", e);
        }
    }
}
