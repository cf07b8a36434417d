package io.tiercast.message;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the next month's partition of the replies ahead. */
@ApplicationScoped
class ReplyMonths {

    private static final String AHEAD =
            "select create_reply_partition((current_date + n * interval '1 month')::date) from generate_series(0, 1) as n";

    private final Sql sql;

    ReplyMonths(Sql sql) {
        this.sql = sql;
    }

    @Scheduled(every = "6h", delayed = "5s", identity = "reply-months")
    Uni<Void> createAhead() {
        return sql.run(AHEAD).replaceWithVoid();
    }
}
