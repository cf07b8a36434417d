package io.tiercast.contact;

/** The statements that weigh what a person says of marketing against what is known, by when they said it. */
final class PreferenceSql {

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

    static final String APPLY =
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
    static final String CONFIRM = """
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

    static final String KNOWN_NOW = """
            select u.name, u.wanted, u.source, u.at from unknown_preference u join contact_identity i on i.name = u.name
            """;

    static final String REFUSE = """
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

    private PreferenceSql() {}
}
