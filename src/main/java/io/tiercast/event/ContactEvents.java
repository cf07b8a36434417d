package io.tiercast.event;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;

/** What people did, by the thousand. */
@ApplicationScoped
class ContactEvents {

    /** An id told twice counts once, within the batch and ever after. Sorted: concurrent writers take ids in one order. */
    private static final String STORE = """
            with told as (
              select * from unnest($1::timestamptz[], $2::bigint[], $3::text[], $4::text[], $5::text[]) with ordinality
                as told(at, contact_id, name, properties, id, n)
            ), named as (
              select distinct on (id) * from told where id is not null order by id, n
            ), fresh as (
              insert into contact_event_id (id, at) select id, at from named order by id on conflict do nothing returning id
            )
            insert into contact_event (at, contact_id, name, properties)
            select at, contact_id, name, properties::jsonb from named where id in (select id from fresh)
            union all
            select at, contact_id, name, properties::jsonb from told where id is null
            """;

    private static final String PARTITIONS =
            "select create_contact_event_partition(day) from unnest($1::date[]) as day";

    private final Sql sql;
    private final Set<LocalDate> ready = ConcurrentHashMap.newKeySet();

    ContactEvents(Sql sql) {
        this.sql = sql;
    }

    Uni<Void> store(List<ContactEvent> events) {
        List<LocalDate> days = events.stream()
                .map(event -> LocalDate.ofInstant(event.at(), ZoneOffset.UTC))
                .distinct()
                .sorted()
                .toList();
        return makeReady(days).chain(() -> insert(events)).replaceWithVoid();
    }

    /** Events of the past may be told at any time: their days come into being when they are needed. */
    Uni<Void> makeReady(List<LocalDate> days) {
        return ready.containsAll(days)
                ? Uni.createFrom().voidItem()
                : sql.run(PARTITIONS, (Object) days.toArray(LocalDate[]::new))
                        .invoke(() -> ready.addAll(days))
                        .replaceWithVoid();
    }

    private Uni<Integer> insert(List<ContactEvent> events) {
        return sql.run(
                STORE,
                column(events, event -> event.at().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new),
                column(events, ContactEvent::contactId, Long[]::new),
                column(events, ContactEvent::name, String[]::new),
                column(events, event -> event.properties().encode(), String[]::new),
                column(events, ContactEvent::id, String[]::new));
    }

    private static <T> T[] column(List<ContactEvent> events, Function<ContactEvent, T> value, IntFunction<T[]> array) {
        return events.stream().map(value).toArray(array);
    }
}
