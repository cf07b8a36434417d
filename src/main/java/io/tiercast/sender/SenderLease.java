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

    private static final String ACQUIRE = """
            insert into sender_lease as lease (sender_id, node, epoch, expires_at)
            values ($1, $2, 1, now() + $3::bigint * interval '1 ms')
            on conflict (sender_id) do update set
              node = excluded.node, expires_at = excluded.expires_at,
              epoch = lease.epoch + case when lease.node = excluded.node and lease.expires_at > now() then 0 else 1 end
            where lease.node = excluded.node or lease.expires_at <= now()
            returning epoch
            """;

    /** New with every start: after a restart this process is a successor like any other. */
    private final String node = UUID.randomUUID().toString();

    private final Sql sql;

    public SenderLease(Sql sql) {
        this.sql = sql;
    }

    /** Takes the lease, or renews it; empty while another node holds it. The epoch changes when the lease had run out in between. */
    public Uni<OptionalLong> acquire(long senderId) {
        return sql.first(ACQUIRE, row -> row.getLong("epoch"), senderId, node, TIME_TO_LIVE.toMillis())
                .map(epoch -> epoch == null ? OptionalLong.empty() : OptionalLong.of(epoch));
    }

    /** Lets a successor in at once. */
    public Uni<Void> release(long senderId) {
        return sql.run("update sender_lease set expires_at = now() where sender_id = $1 and node = $2", senderId, node)
                .replaceWithVoid();
    }
}
