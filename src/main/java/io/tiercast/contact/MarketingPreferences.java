package io.tiercast.contact;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/** Writes down what people say about marketing through WhatsApp. The last word of a person counts, by when they said
 * it and not by when we hear of it. */
@ApplicationScoped
public class MarketingPreferences {

    /** In the order in which everybody locks contacts: two orders deadlock. */
    private static final String HELD =
            "select c.id from contact c where c.id in (select id from %s) order by c.phone for no key update";

    /** Meta's times are whole seconds, and nobody has said anything in the future. */
    private static final String STATED = "date_trunc('second', least(coalesce(at, now()), now())) as at";

    /**
     * Whether {@code last} is newer than what is stored of contact {@code c}; of two words of one second the later told counts. An opt-out
     * that comes late also undoes what others recorded meanwhile, as they could not know of it; but not when it comes once more.
     */
    private static final String COUNTS = """
            case
              when coalesce(last.at >= date_trunc('second', greatest(c.consent_at, c.consent_repeated_at)), true) then true
              when last.wanted then c.marketing_consent = 'OPTED_IN'
              else c.marketing_consent <> 'OPTED_IN'
                or coalesce(c.consent_source, '') not like '%s%%' and coalesce(c.consent_repeated_at < last.at, true)
                  and not exists (
                    select from consent_change h
                    where h.contact_id = c.id and h.marketing = 'OPTED_OUT' and h.marketing_moved and h.at >= last.at)
            end
            """.formatted(MarketingPreference.WHATSAPP);

    private static final String APPLY =
            """
            with said as (
              select wa_id, user_id, wanted, source, evidence, n,
            """ + STATED + """
              from unnest($1::text[], $2::text[], $3::boolean[], $4::text[], $5::text[], $6::timestamptz[])
                with ordinality as said(wa_id, user_id, wanted, source, evidence, at, n)
            ), found as (
              select said.n, said.wanted, said.source, said.evidence, said.at, known.id from said
            """ + IdentitySql.KNOWN + """
            ), last as (
              select distinct on (id) id, wanted, source, evidence, at from found order by id, at desc, n desc
            ), unknown as (
              select * from said where not exists (select from found where found.n = said.n)
            ), named as (
              select * from unknown cross join lateral (values (wa_id), (user_id)) as names(name) where name is not null
            ), outdated as (
              select named.n from named join unknown_preference u using (name)
              where date_trunc('second', u.at) > named.at
            ), kept as (
              insert into unknown_preference as u (name, wanted, source, at)
              select distinct on (name) name, wanted, source, at from named order by name, at desc, n desc
              on conflict (name) do update set wanted = excluded.wanted, source = excluded.source, at = excluded.at
              where excluded.at >= date_trunc('second', u.at)
            ), held as (
            """ + HELD.formatted("last") + """
            ), stating as (
              select last.*, case when wanted then 'OPTED_IN' else 'OPTED_OUT' end as state from last join held using (id)
            ), changed as (
              update contact c set
                marketing_consent = last.state, consent_requested_at = null, consent_source = last.source,
                consent_evidence = last.evidence, consent_at = last.at, consent_repeated_at = null, updated_at = now(),
                version = c.version + 1
              from stating as last
              where c.id = last.id and (c.marketing_consent <> last.state or date_trunc('second', c.consent_requested_at) <= last.at)
                and %1$s
            ), repeated as (
              update contact c set consent_repeated_at = last.at from stating as last
              where c.id = last.id and c.marketing_consent = last.state and c.consent_requested_at is null
                and last.at > date_trunc('second', greatest(c.consent_at, c.consent_repeated_at))
            )
            select c.id, c.phone, last.wanted, c.suppressed is not null as listed, last.at
            from last join contact c using (id) where %1$s
            union all
            select * from (
              select distinct on (wa_id) null::bigint, '+' || wa_id, wanted, true, at from unknown
              where wa_id is not null and not exists (select from outdated where outdated.n = unknown.n)
              order by wa_id, at desc, n desc) as strangers
            """.formatted(COUNTS);

    /** Nobody confirms before they are asked. */
    private static final String CONFIRM = """
            with said as (
              select wa_id, user_id, source, evidence,
            """ + STATED + """
              from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
                as said(wa_id, user_id, source, evidence, at)
            ), found as (
              select distinct on (known.id) known.id, said.source, said.evidence, said.at from said
            """ + IdentitySql.KNOWN + """
              order by known.id, said.at desc
            ), held as (
            """ + HELD.formatted("found") + """
            )
            update contact c set
              marketing_consent = 'OPTED_IN', consent_requested_at = null, consent_source = found.source,
              consent_evidence = found.evidence, consent_at = found.at, consent_repeated_at = null, updated_at = now(),
              version = c.version + 1
            from found join held using (id)
            where c.id = found.id and date_trunc('second', c.consent_requested_at) <= found.at
            returning c.phone, true as wanted, c.suppressed is not null as listed, c.id, found.at
            """;

    private static final String KNOWN_NOW = """
            select u.name, u.wanted, u.source, u.at from unknown_preference u join contact_identity i on i.name = u.name
            """;

    private static final String REFUSE = """
            with said as (
              select id, false as wanted,
            """ + STATED + """
              from unnest($1::bigint[], $4::timestamptz[]) as said(id, at)
            ), held as (
            """ + HELD.formatted("said") + """
            ), last as (
              select * from said join held using (id)
            )
            update contact c set
              marketing_consent = 'OPTED_OUT', utility_consent = case when $2 then 'OPTED_OUT' else utility_consent end,
              consent_requested_at = null, consent_source = $3, consent_evidence = null, consent_at = last.at,
              consent_repeated_at = null, updated_at = now(), version = version + 1
            from last
            where c.id = last.id and (c.marketing_consent <> 'OPTED_OUT' or $2 and c.utility_consent <> 'OPTED_OUT')
              and %s
            """.formatted(COUNTS);

    /**
     * Meta refused a message to a person for their own sake.
     *
     * @param at when
     */
    public record Refusal(long contactId, OffsetDateTime at) {}

    /**
     * A person who said something.
     *
     * @param contactId null: no contact
     * @param listed whether the suppression list may know the phone
     */
    private record Heard(Long contactId, String phone, boolean wanted, boolean listed, OffsetDateTime at) {

        static Heard of(Row row) {
            return new Heard(
                    row.getLong("id"),
                    row.getString("phone"),
                    row.getBoolean("wanted"),
                    row.getBoolean("listed"),
                    row.getOffsetDateTime("at"));
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
                                column(said, MarketingPreference::evidence),
                                times(said))
                        .call(this::list)
                        .map(heard -> heard.stream()
                                .filter(one -> !one.wanted())
                                .map(Heard::contactId)
                                .filter(Objects::nonNull)
                                .toList());
    }

    private Uni<Void> list(List<Heard> heard) {
        return suppressions
                .liftOptOuts(words(heard, one -> one.wanted() && one.listed()))
                .chain(() -> suppressions.rememberOptOuts(
                        words(heard, one -> !one.wanted() && one.contactId() == null), "whatsapp"));
    }

    private static List<Suppressions.Word> words(List<Heard> heard, Predicate<Heard> which) {
        return heard.stream()
                .filter(which)
                .map(one -> new Suppressions.Word(one.phone(), one.at()))
                .toList();
    }

    /** Those of these people who were asked to confirm their opt-in have done so; what others say means nothing. */
    public Uni<Void> confirm(List<MarketingPreference> said) {
        return said.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.rows(
                                CONFIRM,
                                Heard::of,
                                column(said, MarketingPreference::waId),
                                column(said, MarketingPreference::userId),
                                column(said, MarketingPreference::source),
                                column(said, MarketingPreference::evidence),
                                times(said))
                        .chain(this::list);
    }

    /** Applies what people said before they were known by the name they said it under; answers those who want no more. */
    public Uni<List<Long>> applyLate() {
        return sql.rows(KNOWN_NOW, MarketingPreferences::late)
                .chain(said -> apply(said).call(() -> forget(said)));
    }

    private static MarketingPreference late(Row row) {
        return new MarketingPreference(
                null,
                row.getString("name"),
                row.getBoolean("wanted"),
                row.getString("source"),
                null,
                row.getOffsetDateTime("at").toInstant());
    }

    private Uni<Integer> forget(List<MarketingPreference> said) {
        return said.isEmpty()
                ? Uni.createFrom().item(0)
                : sql.run("delete from unknown_preference where name = any($1)", (Object)
                        column(said, MarketingPreference::userId));
    }

    /**
     * These people get no more marketing, as Meta told us by refusing a message to them; unless they wanted it again since.
     *
     * @param everything nor any other message
     */
    public Uni<Void> refuse(List<Refusal> refusals, boolean everything, String source) {
        return sql.run(
                        REFUSE,
                        refusals.stream().map(Refusal::contactId).toArray(Long[]::new),
                        everything,
                        source,
                        refusals.stream().map(Refusal::at).toArray(OffsetDateTime[]::new))
                .replaceWithVoid();
    }

    private static String[] column(List<MarketingPreference> said, Function<MarketingPreference, String> value) {
        return said.stream().map(value).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<MarketingPreference> said) {
        return said.stream()
                .map(one -> one.at() == null ? null : one.at().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
