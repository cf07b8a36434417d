package io.tiercast.webhook;

import io.smallrye.mutiny.Uni;
import io.tiercast.meta.WebhookEvent;
import io.tiercast.meta.WebhookEvent.StatusEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Hands each event of a call to whom it concerns; done when all of them are stored. */
@ApplicationScoped
class EventIntake {

    private final StatusChannel statuses;
    private final AccountEvents others;

    EventIntake(StatusChannel statuses, AccountEvents others) {
        this.statuses = statuses;
        this.others = others;
    }

    Uni<Void> store(List<WebhookEvent> events) {
        List<StatusEvent> statusEvents = new ArrayList<>(events.size());
        List<WebhookEvent> rest = new ArrayList<>();
        for (WebhookEvent event : events) {
            if (event instanceof StatusEvent status) {
                statusEvents.add(status);
            } else {
                rest.add(event);
            }
        }
        return statuses.send(statusEvents).chain(() -> others.store(rest));
    }
}
