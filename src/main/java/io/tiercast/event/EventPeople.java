package io.tiercast.event;

import io.smallrye.mutiny.Uni;
import io.tiercast.phone.Phone;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Finds the contacts of events. */
@ApplicationScoped
class EventPeople {

    /** One probe of a key each. */
    private static final String FIND = """
            select told.n::integer - 1 as index, known.id
            from unnest($1::bigint[], $2::text[], $3::text[]) with ordinality as told(contact_id, phone, external_id, n)
            cross join lateral (
              select id from contact where id = told.contact_id
              union all
              select id from contact where phone = told.phone
              union all
              select id from contact where external_id = told.external_id
              offset 0
            ) as known
            """;

    private record Found(int index, long contactId) {}

    private final Sql sql;

    EventPeople(Sql sql) {
        this.sql = sql;
    }

    /** The ids of those who are known, by the place of their event in the list. */
    Uni<Map<Integer, Long>> find(List<ToldEvent> events) {
        return sql.rows(
                        FIND,
                        row -> new Found(row.getInteger("index"), row.getLong("id")),
                        column(events, ToldEvent::contactId, Long[]::new),
                        column(events, EventPeople::phone, String[]::new),
                        column(events, ToldEvent::externalId, String[]::new))
                .map(found -> found.stream().collect(Collectors.toMap(Found::index, Found::contactId)));
    }

    private static String phone(ToldEvent event) {
        return event.phone() == null
                ? null
                : Phone.parse(event.phone(), null).orElseThrow().e164();
    }

    private static <T> T[] column(List<ToldEvent> events, Function<ToldEvent, T> value, IntFunction<T[]> array) {
        return events.stream().map(value).toArray(array);
    }
}
