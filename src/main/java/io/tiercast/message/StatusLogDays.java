package io.tiercast.message;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps a week of the status log's day partitions ahead. */
@ApplicationScoped
class StatusLogDays {

    private static final String STATUS_LOG =
            "select create_status_log_partition(current_date + n) from generate_series(1, 7) as n";

    private final Sql sql;

    StatusLogDays(Sql sql) {
        this.sql = sql;
    }

    @Scheduled(every = "1h", delayed = "5s", identity = "status-log-days")
    Uni<Void> createAhead() {
        return sql.run(STATUS_LOG).replaceWithVoid();
    }
}
