package io.tiercast.sender;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One node at a time sends for a number, so that its token bucket is the number's rate. The epoch rises with every change of
 * owner; claims are fenced by it, so an owner that lost its lease without noticing can commit no claim. A successor waits until
 * the lease has run out, on the database's clock.
 */
@ApplicationScoped
public class SenderLease {

    public static final Duration TIME_TO_LIVE = Duration.ofSeconds(10);

    private static final String RENEW = """
            update sender_lease set expires_at = now() + $3::bigint * interval '1 ms'
            where sender_id = $1 and node = $2 and expires_at > now()
            returning epoch
            """;

    // A renewal passes a claim under way, which holds the row's key only; a new owner waits for it here, and finds what
    // it claimed.
    private static final String TAKE_OVER = """
            with free as materialized (
              select sender_id from sender_lease where sender_id = $1 and (node = $2 or expires_at <= now()) for update
            ), taken as (
              update sender_lease lease set node = $2, epoch = epoch + 1, expires_at = now() + $3::bigint * interval '1 ms'
              from free where lease.sender_id = free.sender_id
              returning epoch
            ), first as (
              insert into sender_lease (sender_id, node, epoch, expires_at)
              select $1, $2, 1, now() + $3::bigint * interval '1 ms'
              where not exists (select from sender_lease where sender_id = $1)
              on conflict (sender_id) do nothing
              returning epoch
            )
            select epoch from taken union all select epoch from first
            """;

    /** New with every start: after a restart this process is a successor like any other. */
    private final String node = UUID.randomUUID().toString();

    private final Sql sql;

    public SenderLease(Sql sql) {
        this.sql = sql;
    }

    /** Takes the lease, or renews it; empty while another node holds it. The epoch changes when the lease had run out in between. */
    public Uni<OptionalLong> acquire(long senderId) {
        return epoch(RENEW, senderId)
                .chain(epoch -> epoch == null
                        ? epoch(TAKE_OVER, senderId)
                        : Uni.createFrom().item(epoch))
                .map(epoch -> epoch == null ? OptionalLong.empty() : OptionalLong.of(epoch));
    }

    private Uni<Long> epoch(String statement, long senderId) {
        return sql.first(statement, row -> row.getLong("epoch"), senderId, node, TIME_TO_LIVE.toMillis());
    }

    /** Lets a successor in at once. */
    public Uni<Void> release(long senderId) {
        return sql.run("update sender_lease set expires_at = now() where sender_id = $1 and node = $2", senderId, node)
                .replaceWithVoid();
    }
}
