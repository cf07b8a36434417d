package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.message.CampaignQueue;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Opens the queue of a campaign, but only while the campaign is going, under a lock on its state. Who pauses or cancels at the same moment
 * waits for that lock and shuts the queue afterwards: a queue is never open behind a campaign that is not going.
 */
@ApplicationScoped
class QueueGate {

    private static final String GOING =
            "select from campaign where id = $1 and state in ('RUNNING', 'WAITING') for share";

    private final Sql sql;
    private final CampaignQueue queue;

    QueueGate(Sql sql, CampaignQueue queue) {
        this.sql = sql;
        this.queue = queue;
    }

    Uni<Void> open(long id) {
        return sql.inTransaction(transaction -> going(transaction, id)
                .chain(going ->
                        going ? queue.open(transaction, id) : Uni.createFrom().voidItem()));
    }

    private static Uni<Boolean> going(SqlConnection transaction, long id) {
        return transaction.preparedQuery(GOING).execute(Tuple.of(id)).map(rows -> rows.size() > 0);
    }
}
