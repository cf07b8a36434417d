package io.tiercast.webhook;

import io.smallrye.mutiny.Uni;
import io.tiercast.message.Consequences;
import io.tiercast.message.Deliveries;
import io.tiercast.meta.WebhookEvent.StatusEvent;
import io.tiercast.sql.GroupCommit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** The one writer of statuses. */
@ApplicationScoped
class StatusWriter {

    /** Larger ones gain nothing more. */
    private static final int LARGEST_BATCH = 2_000;

    /** What is beyond is refused and comes again. */
    private static final int MOST_WAITING = 60_000;

    private final Deliveries deliveries;
    private final StatusTranslator translator;
    private final Consequences consequences;
    private final GroupCommit<StatusEvent> calls;

    StatusWriter(Deliveries deliveries, StatusTranslator translator, Consequences consequences) {
        this.deliveries = deliveries;
        this.translator = translator;
        this.consequences = consequences;
        this.calls = new GroupCommit<>(LARGEST_BATCH, MOST_WAITING, this::write);
    }

    @Incoming(StatusChannel.NAME)
    CompletionStage<Void> take(Message<List<StatusEvent>> call) {
        return calls.take(call);
    }

    private Uni<Void> write(List<StatusEvent> statuses) {
        StatusTranslator.Batch batch = translator.translate(statuses);
        return deliveries.advance(batch.evidence(), batch.log()).chain(() -> consequences.follow(batch.verdicts()));
    }
}
