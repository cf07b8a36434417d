package io.tiercast.sender;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How fast each number sends just now and what binds it, as its owner last said. */
@ApplicationScoped
public class SenderPace {

    /** @param effectivePerSecond the rate that the number is held to at the moment, messages per second */
    public record Pace(long senderId, double effectivePerSecond, LimitedBy limitedBy) {}

    private static final String SAY = """
            insert into sender_pace (sender_id, effective_per_second, limited_by, as_of) values ($1, $2, $3, now())
            on conflict (sender_id) do update set
              effective_per_second = excluded.effective_per_second, limited_by = excluded.limited_by, as_of = excluded.as_of
            """;

    // An owner says it every second; one that has been silent for longer sends nothing.
    private static final String READ = """
            select sender_id, effective_per_second, limited_by from sender_pace
            where sender_id = any($1) and as_of > now() - interval '5 s'
            """;

    private static final String INBOUND = "select total from sender_inbound where sender_id = $1";

    private record Reading(long total, long nanos) {}

    private final Map<Long, Reading> lastInbound = new ConcurrentHashMap<>();
    private final Sql sql;

    public SenderPace(Sql sql) {
        this.sql = sql;
    }

    public Uni<Void> say(Pace pace) {
        return sql.run(
                        SAY,
                        pace.senderId(),
                        pace.effectivePerSecond(),
                        pace.limitedBy().name())
                .replaceWithVoid();
    }

    public Uni<List<Pace>> read(Collection<Long> senderIds) {
        return sql.rows(
                READ,
                row -> new Pace(
                        row.getLong("sender_id"),
                        row.getDouble("effective_per_second"),
                        LimitedBy.valueOf(row.getString("limited_by"))),
                (Object) senderIds.toArray(Long[]::new));
    }

    /** Messages a second that people sent to the number since this was asked last. */
    public Uni<Double> inboundPerSecond(long senderId) {
        return sql.first(INBOUND, row -> row.getLong("total"), senderId)
                .map(total -> growth(senderId, new Reading(total == null ? 0 : total, System.nanoTime())));
    }

    private double growth(long senderId, Reading now) {
        Reading last = lastInbound.put(senderId, now);
        return last == null ? 0 : (now.total() - last.total()) * 1e9 / Math.max(1, now.nanos() - last.nanos());
    }
}
