package io.tiercast.event;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Keeps the days to come ready, and forgets those past retention together with the ids of their events. */
@ApplicationScoped
class ContactEventDays {

    private static final int DAYS_AHEAD = 3;

    /** A reader keeps a day for one more hour rather than being waited for. */
    private static final String PATIENCE = "set local lock_timeout = '2s'";

    private static final String DROP = "select drop_contact_event_partitions($1)";

    private static final String FORGET_IDS = "delete from contact_event_id where at < $1";

    private final ContactEvents events;
    private final EventSettings settings;
    private final Sql sql;
    private final Clock clock;

    ContactEventDays(ContactEvents events, EventSettings settings, Sql sql, Clock clock) {
        this.events = events;
        this.settings = settings;
        this.sql = sql;
        this.clock = clock;
    }

    @Scheduled(
            every = "1h",
            delayed = "5s",
            identity = "contact-event-days",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> keep() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<LocalDate> ahead =
                Stream.iterate(today, day -> day.plusDays(1)).limit(DAYS_AHEAD).toList();
        return events.makeReady(ahead)
                .chain(() -> forgetBefore(today.minusDays(settings.retention().toDays())));
    }

    Uni<Void> forgetBefore(LocalDate day) {
        OffsetDateTime start = day.atStartOfDay().atOffset(ZoneOffset.UTC);
        return sql.inTransaction(transaction -> run(transaction, PATIENCE).chain(() -> run(transaction, DROP, day)))
                .chain(() -> sql.run(FORGET_IDS, start))
                .replaceWithVoid();
    }

    private static Uni<Void> run(SqlConnection transaction, String statement, Object... arguments) {
        return transaction
                .preparedQuery(statement)
                .execute(Tuple.wrap(arguments))
                .replaceWithVoid();
    }
}
