package io.tiercast.contact;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/** Writes down what people say about marketing through WhatsApp. The last word of a person in a batch counts. */
@ApplicationScoped
public class MarketingPreferences {

    /** In the order in which everybody locks contacts: two orders deadlock. */
    private static final String HELD =
            "select c.id from contact c where c.id in (select id from %s) order by c.phone for no key update";

    private static final String APPLY = """
            with said as (
              select * from unnest($1::text[], $2::text[], $3::boolean[], $4::text[], $5::text[])
                with ordinality as said(wa_id, user_id, wanted, source, evidence, n)
            ), found as (
              select said.n, said.wanted, said.source, said.evidence, known.id from said
            """ + IdentitySql.KNOWN + """
            ), last as (
              select distinct on (id) id, wanted, source, evidence from found order by id, n desc
            ), unknown as (
              select * from said where not exists (select from found where found.n = said.n)
            ), kept as (
              insert into unknown_preference (name, wanted, source)
              select distinct on (name) name, wanted, source
              from unknown cross join lateral (values (wa_id), (user_id)) as names(name)
              where name is not null
              order by name, n desc
              on conflict (name) do update set wanted = excluded.wanted, source = excluded.source, at = now()
            ), held as (
            """ + HELD.formatted("last") + """
            ), changed as (
              update contact c set
                marketing_consent = case when last.wanted then 'OPTED_IN' else 'OPTED_OUT' end, consent_requested_at = null,
                consent_source = last.source, consent_evidence = last.evidence, consent_at = now(), updated_at = now(),
                version = c.version + 1
              from last join held using (id) where c.id = last.id
              returning c.id, c.phone, last.wanted, c.suppressed is not null as listed
            )
            select * from changed
            union all
            select * from (
              select distinct on (wa_id) null::bigint, '+' || wa_id, wanted, true from unknown where wa_id is not null
              order by wa_id, n desc) as strangers
            """;

    private static final String CONFIRM = """
            with said as (
              select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as said(wa_id, user_id, source, evidence)
            ), found as (
              select distinct on (known.id) known.id, said.source, said.evidence from said
            """ + IdentitySql.KNOWN + """
              order by known.id
            ), held as (
            """ + HELD.formatted("found") + """
            )
            update contact c set
              marketing_consent = 'OPTED_IN', consent_requested_at = null, consent_source = found.source,
              consent_evidence = found.evidence, consent_at = now(), updated_at = now(), version = c.version + 1
            from found join held using (id) where c.id = found.id and c.consent_requested_at is not null
            returning c.phone, c.suppressed is not null as listed
            """;

    private static final String KNOWN_NOW = """
            select u.name, u.wanted, u.source from unknown_preference u join contact_identity i on i.name = u.name
            """;

    private static final String REFUSE =
            "with said as (select unnest($1::bigint[]) as id), held as (" + HELD.formatted("said") + """
            )
            update contact c set
              marketing_consent = 'OPTED_OUT', utility_consent = case when $2 then 'OPTED_OUT' else utility_consent end,
              consent_requested_at = null, consent_source = $3, consent_evidence = null, consent_at = now(), updated_at = now(),
              version = version + 1
            from held where c.id = held.id
            """;

    /**
     * A person who said something.
     *
     * @param contactId null: no contact
     * @param listed whether the suppression list may know the phone
     */
    private record Heard(Long contactId, String phone, boolean wanted, boolean listed) {

        static Heard of(Row row) {
            return new Heard(
                    row.getLong("id"), row.getString("phone"), row.getBoolean("wanted"), row.getBoolean("listed"));
        }
    }

    private final Sql sql;
    private final Suppressions suppressions;

    public MarketingPreferences(Sql sql, Suppressions suppressions) {
        this.sql = sql;
        this.suppressions = suppressions;
    }

    /**
     * What is said by somebody unknown is kept until they become known, and an opt-out is on the suppression list at once.
     *
     * @return the contacts who want no more
     */
    public Uni<List<Long>> apply(List<MarketingPreference> said) {
        return said.isEmpty()
                ? Uni.createFrom().item(List.of())
                : sql.rows(
                                APPLY,
                                Heard::of,
                                column(said, MarketingPreference::waId),
                                column(said, MarketingPreference::userId),
                                said.stream().map(MarketingPreference::wanted).toArray(Boolean[]::new),
                                column(said, MarketingPreference::source),
                                column(said, MarketingPreference::evidence))
                        .call(this::list)
                        .map(heard -> heard.stream()
                                .filter(one -> !one.wanted())
                                .map(Heard::contactId)
                                .filter(Objects::nonNull)
                                .toList());
    }

    private Uni<Void> list(List<Heard> heard) {
        return suppressions
                .liftOptOuts(phones(heard, one -> one.wanted() && one.listed()))
                .chain(() -> suppressions.rememberOptOuts(
                        phones(heard, one -> !one.wanted() && one.contactId() == null), "whatsapp"));
    }

    private static List<String> phones(List<Heard> heard, Predicate<Heard> which) {
        return heard.stream().filter(which).map(Heard::phone).toList();
    }

    /** Those of these people who were asked to confirm their opt-in have done so; what others say means nothing. */
    public Uni<Void> confirm(List<MarketingPreference> said) {
        return said.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.rows(
                                CONFIRM,
                                row -> row.getBoolean("listed") ? row.getString("phone") : null,
                                column(said, MarketingPreference::waId),
                                column(said, MarketingPreference::userId),
                                column(said, MarketingPreference::source),
                                column(said, MarketingPreference::evidence))
                        .map(phones -> phones.stream().filter(Objects::nonNull).toList())
                        .chain(suppressions::liftOptOuts);
    }

    /** Applies what people said before they were known by the name they said it under; answers those who want no more. */
    public Uni<List<Long>> applyLate() {
        return sql.rows(
                        KNOWN_NOW,
                        row -> new MarketingPreference(
                                null, row.getString("name"), row.getBoolean("wanted"), row.getString("source"), null))
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
