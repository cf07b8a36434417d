package io.tiercast.contact;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Writes down what people say about marketing through WhatsApp. The last word of a person in a batch counts. */
@ApplicationScoped
public class MarketingPreferences {

    private static final String APPLY = """
            with said as (
              select * from unnest($1::text[], $2::text[], $3::boolean[], $4::text[]) with ordinality as said(wa_id, user_id, wanted, source, n)
            ), found as (
              select said.n, said.wanted, said.source, known.id from said
            """ + IdentitySql.KNOWN + """
            ), last as (
              select distinct on (id) id, wanted, source from found order by id, n desc
            ), kept as (
              insert into unknown_preference (name, wanted, source)
              select distinct on (name) name, wanted, source
              from said cross join lateral (values (wa_id), (user_id)) as names(name)
              where name is not null and not exists (select from found where found.n = said.n)
              order by name, n desc
              on conflict (name) do update set wanted = excluded.wanted, source = excluded.source, at = now()
            )
            update contact c set
              marketing_consent = case when last.wanted then 'OPTED_IN' else 'OPTED_OUT' end,
              consent_source = last.source, consent_at = now(), updated_at = now(), version = c.version + 1
            from last where c.id = last.id
            returning c.id, last.wanted
            """;

    private static final String KNOWN_NOW = """
            select u.name, u.wanted, u.source from unknown_preference u join contact_identity i on i.name = u.name
            """;

    private static final String REFUSE = """
            update contact set
              marketing_consent = 'OPTED_OUT', utility_consent = case when $2 then 'OPTED_OUT' else utility_consent end,
              consent_source = $3, consent_at = now(), updated_at = now(), version = version + 1
            where id = any($1)
            """;

    private final Sql sql;

    public MarketingPreferences(Sql sql) {
        this.sql = sql;
    }

    /**
     * What is said by somebody unknown is kept until they become known.
     *
     * @return the contacts who want no more
     */
    public Uni<List<Long>> apply(List<MarketingPreference> said) {
        return said.isEmpty()
                ? Uni.createFrom().item(List.of())
                : sql.rows(
                                APPLY,
                                row -> row.getBoolean("wanted") ? null : row.getLong("id"),
                                column(said, MarketingPreference::waId),
                                column(said, MarketingPreference::userId),
                                said.stream().map(MarketingPreference::wanted).toArray(Boolean[]::new),
                                column(said, MarketingPreference::source))
                        .map(ids -> ids.stream().filter(Objects::nonNull).toList());
    }

    /** Applies what people said before they were known by the name they said it under; answers those who want no more. */
    public Uni<List<Long>> applyLate() {
        return sql.rows(
                        KNOWN_NOW,
                        row -> new MarketingPreference(
                                null, row.getString("name"), row.getBoolean("wanted"), row.getString("source")))
                .chain(said -> apply(said).call(() -> forget(said)));
    }

    private Uni<Integer> forget(List<MarketingPreference> said) {
        return said.isEmpty()
                ? Uni.createFrom().item(0)
                : sql.run("delete from unknown_preference where name = any($1)", (Object)
                        column(said, MarketingPreference::userId));
    }

    /**
     * These people get no more marketing, as Meta told us by refusing a message to them.
     *
     * @param everything nor any other message
     */
    public Uni<Void> refuse(List<Long> contactIds, boolean everything, String source) {
        return sql.run(REFUSE, contactIds.toArray(Long[]::new), everything, source)
                .replaceWithVoid();
    }

    private static String[] column(List<MarketingPreference> said, Function<MarketingPreference, String> value) {
        return said.stream().map(value).toArray(String[]::new);
    }
}
