package io.tiercast.contact;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** Writes down what people say about marketing through WhatsApp. The last word of a person in a batch counts. */
@ApplicationScoped
public class MarketingPreferences {

    private static final String APPLY = """
            with said as (
              select distinct on (c.id) c.id, said.wanted, said.source
              from unnest($1::text[], $2::text[], $3::boolean[], $4::text[]) with ordinality as said(wa_id, user_id, wanted, source, n)
              join contact c on c.phone = '+' || said.wa_id or c.wa_id = said.wa_id or c.user_id = said.user_id
              order by c.id, said.n desc
            )
            update contact c set
              marketing_consent = case when said.wanted then 'OPTED_IN' else 'OPTED_OUT' end,
              consent_source = said.source, consent_at = now(), updated_at = now(), version = c.version + 1
            from said where c.id = said.id
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

    public Uni<Void> apply(List<MarketingPreference> said) {
        return said.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.run(
                                APPLY,
                                column(said, MarketingPreference::waId),
                                column(said, MarketingPreference::userId),
                                said.stream().map(MarketingPreference::wanted).toArray(Boolean[]::new),
                                column(said, MarketingPreference::source))
                        .replaceWithVoid();
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
