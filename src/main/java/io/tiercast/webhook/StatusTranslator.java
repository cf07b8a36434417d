package io.tiercast.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tiercast.message.Advance;
import io.tiercast.message.Attempt;
import io.tiercast.message.CallbackData;
import io.tiercast.message.MessageState;
import io.tiercast.message.StatusEntry;
import io.tiercast.message.Verdict;
import io.tiercast.meta.WebhookEvent.Status;
import io.tiercast.meta.WebhookEvent.StatusEvent;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** From Meta's statuses to what they prove of our messages. Statuses that do not carry our mark are counted and ignored. */
@ApplicationScoped
class StatusTranslator {

    /** Evidence for the messages, the same statuses for the log, and what the failures among them mean. */
    record Batch(List<Advance> evidence, List<StatusEntry> log, List<Verdict> verdicts) {

        Batch(int statuses) {
            this(new ArrayList<>(statuses), new ArrayList<>(statuses), new ArrayList<>());
        }
    }

    private final CallbackData callbackData;
    private final Clock clock;
    private final Counter foreign;

    StatusTranslator(CallbackData callbackData, Clock clock, MeterRegistry metrics) {
        this.callbackData = callbackData;
        this.clock = clock;
        this.foreign = metrics.counter("tiercast.webhook.foreign.statuses");
    }

    Batch translate(List<StatusEvent> statuses) {
        Batch batch = new Batch(statuses.size());
        for (StatusEvent status : statuses) {
            callbackData
                    .decode(status.opaque())
                    .ifPresentOrElse(attempt -> add(batch, attempt, status), foreign::increment);
        }
        return batch;
    }

    private void add(Batch batch, Attempt attempt, StatusEvent status) {
        MessageState state = state(status.status());
        Instant at = status.at() == null ? clock.instant() : status.at();
        if (state == MessageState.FAILED && status.errorCode() != null) {
            Verdict verdict = Verdict.failed(attempt, status.errorCode(), at);
            batch.evidence().add(verdict.advance());
            batch.verdicts().add(verdict);
        } else {
            batch.evidence().add(Advance.status(attempt, state, status.errorCode(), at));
        }
        batch.log()
                .add(new StatusEntry(
                        attempt.key(),
                        attempt.number(),
                        state,
                        status.errorCode(),
                        at,
                        status.wamid(),
                        status.waId(),
                        status.userId(),
                        status.pricing() == null ? null : new JsonObject(status.pricing()),
                        status.errorDetail()));
    }

    /** A status that we do not know still proves that Meta took the message. */
    private static MessageState state(Status status) {
        return switch (status) {
            case SENT -> MessageState.SENT;
            case DELIVERED -> MessageState.DELIVERED;
            case READ -> MessageState.READ;
            case FAILED -> MessageState.FAILED;
            case OTHER -> MessageState.ACCEPTED;
        };
    }
}
