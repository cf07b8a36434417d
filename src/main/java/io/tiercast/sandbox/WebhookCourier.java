package io.tiercast.sandbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Tells what is due, and forgets it once the receiver has answered 200: nothing is ever lost, and what was told just before
 * a kill is told again.
 */
@ApplicationScoped
class WebhookCourier {

    private static final Logger LOG = Logger.getLogger(WebhookCourier.class);
    private static final int BUSY_MILLIS = 50;
    private static final int IDLE_MILLIS = 500;
    private static final int BROKEN_MILLIS = 2_000;

    private final MetaSettings meta;
    private final SandboxSettings settings;
    private final SandboxStore store;
    private final Sql sql;
    private final WebhookPost post;
    private final Clock clock;
    private final Vertx vertx;
    private volatile boolean stopped;

    WebhookCourier(
            MetaSettings meta,
            SandboxSettings settings,
            SandboxStore store,
            Sql sql,
            WebhookPost post,
            Clock clock,
            Vertx vertx) {
        this.meta = meta;
        this.settings = settings;
        this.store = store;
        this.sql = sql;
        this.post = post;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        if (meta.sandboxed()) {
            vertx.setTimer(IDLE_MILLIS, timer -> round());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void round() {
        if (!stopped) {
            deliverDue().subscribe().with(this::again, this::afterFailure);
        }
    }

    private void again(int told) {
        if (told >= most()) {
            vertx.runOnContext(now -> round());
        } else {
            vertx.setTimer(told > 0 ? BUSY_MILLIS : IDLE_MILLIS, timer -> round());
        }
    }

    private void afterFailure(Throwable failure) {
        if (!stopped) {
            LOG.warn("Webhooks of the sandbox are held up", failure);
            vertx.setTimer(BROKEN_MILLIS, timer -> round());
        }
    }

    /** One round: what is due, in batches, several at a time. The number of events taken up. */
    Uni<Integer> deliverDue() {
        return sql.inTransaction(connection -> store.lockDelivery(connection)
                .chain(mine -> mine ? deliver(connection) : Uni.createFrom().item(0)));
    }

    private Uni<Integer> deliver(SqlConnection connection) {
        return store.due(connection, clock.millis(), most())
                .chain(due -> tell(due).chain(answers -> settle(connection, answers)));
    }

    private Uni<List<Answer>> tell(List<DueEvent> due) {
        return Multi.createFrom()
                .iterable(batches(due))
                .onItem()
                .transformToUni(batch -> post.send(WebhookPayload.of(batch)).map(taken -> new Answer(batch, taken)))
                .merge(settings.webhookConcurrency())
                .collect()
                .asList();
    }

    private Uni<Integer> settle(SqlConnection connection, List<Answer> answers) {
        List<DueEvent> told = events(answers, true);
        List<DueEvent> refused = events(answers, false);
        return store.forget(connection, told)
                .chain(() -> store.postpone(connection, refused, clock.millis()))
                .map(done -> told.size() + refused.size());
    }

    private int most() {
        return settings.webhookBatch() * settings.webhookConcurrency();
    }

    private List<List<DueEvent>> batches(List<DueEvent> due) {
        List<List<DueEvent>> batches = new ArrayList<>();
        for (int from = 0; from < due.size(); from += settings.webhookBatch()) {
            batches.add(due.subList(from, Math.min(due.size(), from + settings.webhookBatch())));
        }
        return batches;
    }

    private static List<DueEvent> events(List<Answer> answers, boolean taken) {
        return answers.stream()
                .filter(answer -> answer.taken() == taken)
                .flatMap(answer -> answer.batch().stream())
                .toList();
    }

    private record Answer(List<DueEvent> batch, boolean taken) {}
}
