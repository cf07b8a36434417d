package io.tiercast.sender;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
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

    private static final String LOAD = """
            select coalesce(i.total, 0) as total, t.at, t.rests_until from sender s
            left join sender_inbound i on i.sender_id = s.id left join sender_throttle t on t.sender_id = s.id
            where s.id = $1
            """;

    /**
     * What else a number has to bear since this was asked last.
     *
     * @param inboundPerSecond messages that people sent to it
     * @param tooFast whether Meta said so, of messages that it had taken before
     * @param rest for how long it has to rest for that; zero: not at all
     */
    public record Load(double inboundPerSecond, boolean tooFast, Duration rest) {}

    private record Reading(long total, Instant throttledAt, long nanos) {}

    private final Map<Long, Reading> lastReadings = new ConcurrentHashMap<>();
    private final Sql sql;
    private final Clock clock;

    public SenderPace(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
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

    public Uni<Load> load(long senderId) {
        return sql.first(LOAD, row -> load(senderId, row), senderId);
    }

    private Load load(long senderId, Row row) {
        Reading now = new Reading(row.getLong("total"), instant(row, "at"), System.nanoTime());
        Reading last = lastReadings.put(senderId, now);
        Instant restsUntil = instant(row, "rests_until");
        boolean news = now.throttledAt() != null && !now.throttledAt().equals(last == null ? null : last.throttledAt());
        boolean rests = news && restsUntil != null && restsUntil.isAfter(clock.instant());
        return new Load(
                last == null ? 0 : inboundPerSecond(last, now),
                news,
                rests ? Duration.between(clock.instant(), restsUntil) : Duration.ZERO);
    }

    private static double inboundPerSecond(Reading last, Reading now) {
        return (now.total() - last.total()) * 1e9 / Math.max(1, now.nanos() - last.nanos());
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
