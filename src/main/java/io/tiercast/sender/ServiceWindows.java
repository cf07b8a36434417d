package io.tiercast.sender;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * When people last wrote to a number. For 24 hours templates to them do not count against the messaging limit; and what they write
 * uses the number's throughput, too.
 */
@ApplicationScoped
public class ServiceWindows {

    /** @param phone E.164 with its plus; null where nobody knows it */
    public record Opened(String phoneNumberId, String phone, Instant at) {}

    // A clock of Meta's that is ahead must not keep a window open for longer.
    private static final String OPEN = """
            with said as (
              select s.id as sender_id, said.phone, least(said.at, now()) as at
              from unnest($1::text[], $2::text[], $3::timestamptz[]) as said(phone_number_id, phone, at)
              join sender s on s.phone_number_id = said.phone_number_id
            ), opened as (
              insert into service_window as w (sender_id, phone, opened_at)
              select sender_id, phone, max(at) from said where phone is not null group by sender_id, phone order by sender_id, phone
              on conflict (sender_id, phone) do update set opened_at = greatest(w.opened_at, excluded.opened_at)
            )
            insert into sender_inbound as i (sender_id, total)
            select sender_id, count(*) from said group by sender_id order by sender_id
            on conflict (sender_id) do update set total = i.total + excluded.total
            """;

    private final Sql sql;

    public ServiceWindows(Sql sql) {
        this.sql = sql;
    }

    public Uni<Void> open(List<Opened> opened) {
        return opened.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.run(
                                OPEN,
                                opened.stream().map(Opened::phoneNumberId).toArray(String[]::new),
                                opened.stream().map(Opened::phone).toArray(String[]::new),
                                opened.stream()
                                        .map(one -> one.at().atOffset(ZoneOffset.UTC))
                                        .toArray(OffsetDateTime[]::new))
                        .replaceWithVoid();
    }
}
