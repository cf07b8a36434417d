package io.tiercast.contact;

/** Pieces of SQL about the names that Meta has for people. */
public final class IdentitySql {

    /**
     * Those whom a row {@code said(wa_id text, user_id text)} may mean, as a lateral join: {@code known(id, phone, rank)}, the
     * likeliest with the lowest rank.
     */
    public static final String KNOWN = """
            cross join lateral (
              select id, phone, 1 as rank from contact where phone = '+' || said.wa_id
              union all
              select c.id, c.phone, 2 from contact_identity i join contact c on c.id = i.contact_id where i.name = said.user_id
              union all
              select c.id, c.phone, 3 from contact_identity i join contact c on c.id = i.contact_id where i.name = said.wa_id
            ) as known
            """;

    /**
     * Keeps {@code seen(name text, contact_id bigint)}, each name once. What is known already is only read, name by name: even an
     * insert that changes nothing would write.
     */
    public static final String LEARNED = """
            learned as (
              insert into contact_identity (name, contact_id)
              select name, contact_id from seen
              where not exists (select from contact_identity i where i.name = seen.name and i.contact_id = seen.contact_id offset 0)
              order by name
              on conflict (name) do update set contact_id = excluded.contact_id
            )
            """;

    private IdentitySql() {}
}
