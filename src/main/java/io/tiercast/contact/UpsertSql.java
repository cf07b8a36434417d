package io.tiercast.contact;

/** Contacts stored by phone, from arrays in and in the order of the phones. */
final class UpsertSql {

    private static final String INSERT = """
            insert into contact as c (phone, country, name, external_id, language, timezone, attributes, tags,
                marketing_consent, utility_consent, consent_source, consent_at, consent_evidence, consent_requested_at)
            select phone, country, name, external_id, language, timezone, attributes::jsonb,
                coalesce(string_to_array(tags, E'\\x1f'), '{}'), marketing, utility, source, at, evidence, requested_at
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                $9::text[], $10::text[], $11::text[], $12::timestamptz[], $13::text[],
                $14::timestamptz[])
                as r (phone, country, name, external_id, language, timezone, attributes, tags, marketing, utility, source, at,
                    evidence, requested_at)
            """;

    /** A fourth faster than looking for the conflict with each row; whoever else brings one of them makes it fail as a whole. */
    static final String ADD = INSERT + "returning id";

    /**
     * What is said of the consent changes nothing. With $15 an opt-out stays whatever is said, and who has said the same before
     * keeps the first source and time; a request is in vain to who has opted in, or was asked before.
     */
    private static final String CONSENT_STAYS = """
            (excluded.consent_at is null
                or ($15 and (c.marketing_consent = 'OPTED_OUT' or c.marketing_consent = excluded.marketing_consent))
                or (excluded.consent_requested_at is not null
                    and (c.marketing_consent = 'OPTED_IN' or c.consent_requested_at is not null)))
            """;

    /**
     * Merging adds and overwrites but never erases: an absent value or an unknown consent says nothing. Who is known just so is not
     * written anew, into none of the indexes.
     */
    static final String MERGE = INSERT + """
            on conflict (phone) do update set
                version = c.version + 1,
                country = excluded.country,
                name = coalesce(excluded.name, c.name),
                external_id = coalesce(excluded.external_id, c.external_id),
                language = coalesce(excluded.language, c.language),
                timezone = coalesce(excluded.timezone, c.timezone),
                attributes = c.attributes || excluded.attributes,
                tags = case when excluded.tags <@ c.tags then c.tags
                    else c.tags || array(select tag from unnest(excluded.tags) tag where tag <> all (c.tags)) end,
                marketing_consent = case
                    when excluded.marketing_consent = 'UNKNOWN' or ($15 and c.marketing_consent = 'OPTED_OUT')
                    then c.marketing_consent else excluded.marketing_consent end,
                utility_consent = case
                    when excluded.utility_consent = 'UNKNOWN' or ($15 and c.utility_consent = 'OPTED_OUT')
                    then c.utility_consent else excluded.utility_consent end,
                consent_source = case when <stays> then c.consent_source else excluded.consent_source end,
                consent_evidence = case when <stays> then c.consent_evidence else excluded.consent_evidence end,
                consent_at = case when <stays> then c.consent_at else excluded.consent_at end,
                consent_requested_at = case when <stays> then c.consent_requested_at
                    when excluded.marketing_consent <> 'UNKNOWN' then null
                    else coalesce(excluded.consent_requested_at, c.consent_requested_at) end,
                updated_at = now()
            where not <stays> or excluded.utility_consent not in ('UNKNOWN', c.utility_consent)
                or c.attributes || excluded.attributes <> c.attributes or not excluded.tags <@ c.tags
                or (excluded.country, coalesce(excluded.name, c.name), coalesce(excluded.external_id, c.external_id),
                    coalesce(excluded.language, c.language), coalesce(excluded.timezone, c.timezone))
                is distinct from (c.country, c.name, c.external_id, c.language, c.timezone)
            """.replace("<stays>", CONSENT_STAYS);

    /** Those who are known, with their places in the array: one probe of a key each, whatever the planner believes. */
    static final String FIND = """
            select said.n, known.id, known.opted_out from unnest($1::text[]) with ordinality as said(phone, n)
            cross join lateral (
                select id, marketing_consent = 'OPTED_OUT' as opted_out from contact c where c.phone = said.phone offset 0) known
            """;

    private UpsertSql() {}
}
