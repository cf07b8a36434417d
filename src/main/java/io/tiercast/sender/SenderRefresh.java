package io.tiercast.sender;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import org.jboss.logging.Logger;

/** Asks Meta again about the numbers of which it told that something changed. One that fails has its turn again in a minute. */
@ApplicationScoped
class SenderRefresh {

    private static final Logger LOG = Logger.getLogger(SenderRefresh.class);

    private record Taken(long id, OffsetDateTime until) {}

    // Whoever takes one holds it for a minute, so that two nodes do not ask the same.
    private static final String TAKE = """
            update sender set reread_at = now() + interval '1 min' where reread_at <= now() returning id, reread_at
            """;

    // News that came while Meta was asked want another reading.
    private static final String DONE = "update sender set reread_at = null where id = $1 and reread_at = $2";

    private final Sql sql;
    private final SenderService service;

    SenderRefresh(Sql sql, SenderService service) {
        this.sql = sql;
        this.service = service;
    }

    @Scheduled(every = "1s", identity = "sender-refresh", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return sql.rows(TAKE, row -> new Taken(row.getLong("id"), row.getOffsetDateTime("reread_at")))
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(this::reread)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> reread(Taken taken) {
        return service.reread(taken.id())
                .chain(() -> sql.run(DONE, taken.id(), taken.until()))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("Sender %d could not be read again: %s", taken.id(), failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
