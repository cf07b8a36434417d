package io.tiercast.message;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The first part of a queue, after which the rest is held for a while. */
@ApplicationScoped
public class CanaryQueue {

    private static final String HOLD = """
            update campaign_run set canary_until = coalesce(canary_until, now() + canary_hold * interval '1 s')
            where campaign_id = $1 and next_seq > limit_seq
            returning canary_until
            """;

    private static final String RELEASE =
            "update campaign_run set limit_seq = null, canary_until = null where campaign_id = $1 and next_seq > limit_seq";

    private final Sql sql;

    public CanaryQueue(Sql sql) {
        this.sql = sql;
    }

    /** Counts the time from now, if it does not already; answers when it ends, null if nothing is held. */
    public Uni<Instant> hold(long campaignId) {
        return sql.first(HOLD, row -> row.getOffsetDateTime("canary_until").toInstant(), campaignId);
    }

    /** Lets the rest follow. */
    public Uni<Void> release(long campaignId) {
        return sql.run(RELEASE, campaignId).replaceWithVoid();
    }
}
