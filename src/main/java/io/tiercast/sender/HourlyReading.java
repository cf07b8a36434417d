package io.tiercast.sender;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Reads each number again once an hour, since webhooks may be lost: a quality that fell or a limit that changed must not be seen
 * only when a person asks. One at a time, some seconds apart.
 */
@ApplicationScoped
class HourlyReading {

    private static final Logger LOG = Logger.getLogger(HourlyReading.class);

    // Its turn is given up before Meta is asked: no other node asks the same, and one that cannot be read
    // waits for the next hour. Of a number that the operator describes himself there is nobody to ask.
    private static final String TAKE = """
            update sender set read_next_at = now() + interval '1 h'
            where id = (
              select id from sender where read_next_at <= now() and provider ->> 'number' is null
              order by read_next_at, id limit 1 for no key update skip locked)
            returning id
            """;

    private final Sql sql;
    private final SenderService service;

    HourlyReading(Sql sql, SenderService service) {
        this.sql = sql;
        this.service = service;
    }

    @Scheduled(every = "5s", identity = "sender-hourly-reading", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> next() {
        return sql.first(TAKE, row -> row.getLong("id"))
                .chain(id -> id == null ? Uni.createFrom().voidItem() : read(id));
    }

    /** What keeps a number from being read for longer is told elsewhere; here it would be told each hour. */
    private Uni<Void> read(long id) {
        return service.reread(id)
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.debugf("Sender %d waits for the next hour: %s", id, failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
