package io.tiercast.people;

import io.tiercast.contact.SuppressionScope;
import io.tiercast.sql.Selection;
import io.tiercast.sql.Statement;

/** Writes a change of many contacts, a page of them with one statement; only who is not so already is written at all. */
final class BulkSql {

    /** So many are locked for a few tenths of a second; one statement a million would hold its locks for half a minute. */
    private static final long PAGE = 5_000;

    private BulkSql() {}

    /** Who is meant, asked once: the ids as eight bytes each, by pages, since a list of a million would be heavy. */
    static Statement pages(Selection chosen) {
        return new Statement()
                .add("select string_agg(int8send(id), ''::bytea order by id) as ids from (")
                .add("select c.id, (row_number() over (order by c.id) - 1) / ?::bigint as page from ", PAGE)
                .add(chosen)
                .add(") as chosen group by page order by page");
    }

    static Selection of(Long[] ids) {
        return Selection.of("contact c where c.id = any(?)", (Object) ids);
    }

    /**
     * @param chosen the contacts {@code c} of a from clause
     * @param change of those in {@code picked(id)}, with a row returned for each that was changed
     */
    static Statement change(Selection chosen, Selection change) {
        return new Statement()
                .add("with picked as materialized (select c.id from ")
                .add(chosen)
                .add(" order by c.phone for no key update of c), changed as (") // the order in which everybody locks
                .add(change)
                .add(") select (select count(*) from picked) as matched, (select count(*) from changed) as changed");
    }

    static Selection tag(String[] tags) {
        return Selection.of("""
                update contact c set version = version + 1, updated_at = now(),
                  tags = tags || array(select tag from unnest(?::text[]) tag where tag <> all (c.tags))
                from picked where c.id = picked.id and not c.tags @> ?::text[] returning 1
                """, tags, tags);
    }

    static Selection untag(String[] tags) {
        return Selection.of("""
                update contact c set version = version + 1, updated_at = now(),
                  tags = array(select tag from unnest(c.tags) with ordinality as t(tag, n) where tag <> all (?::text[]) order by n)
                from picked where c.id = picked.id and c.tags && ?::text[] returning 1
                """, tags, tags);
    }

    static Selection addTo(long groupId) {
        return Selection.of("""
                insert into group_member (group_id, contact_id) select ?, id from picked order by id
                on conflict do nothing returning 1
                """, groupId);
    }

    static Selection removeFrom(long groupId) {
        return Selection.of(
                "delete from group_member m using picked where m.group_id = ? and m.contact_id = picked.id returning 1",
                groupId);
    }

    static Selection optOut(SuppressionScope scope, String source) {
        boolean all = scope == SuppressionScope.ALL;
        return Selection.of("""
                update contact c set version = version + 1, updated_at = now(), marketing_consent = 'OPTED_OUT',
                  utility_consent = case when ? then 'OPTED_OUT' else utility_consent end,
                  consent_source = ?, consent_evidence = null, consent_at = now(), consent_requested_at = null
                from picked
                where c.id = picked.id and (marketing_consent <> 'OPTED_OUT' or ? and utility_consent <> 'OPTED_OUT') returning 1
                """, all, source == null ? "API" : source, all);
    }
}
