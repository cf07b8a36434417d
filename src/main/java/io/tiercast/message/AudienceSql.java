package io.tiercast.message;

import io.tiercast.sql.Selection;
import io.tiercast.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Writes who is in an audience, with what parameters, and who is left out and why, as one common table expression. */
final class AudienceSql {

    /**
     * Over rows of {@code person}: a part of what tells one audience from another, whoever is in it and who of them is skipped. The
     * parts may be summed in any order.
     */
    static final String DIGEST =
            "mod(sum(hashint8extended(contact_id * 2 + (reason is null)::integer, 0)), 9223372036854775808)::bigint as digest";

    private AudienceSql() {}

    /**
     * Appends {@code person(contact_id, variant, params, reason)}: each distinct person once, {@code reason} null for those who get a
     * message. The rules are tried in the order of their weight: excluded, suppressed, country, consent, missing variables, length.
     */
    static Statement people(Statement statement, Candidates candidates, boolean usMarketingSkipped) {
        return people(
                included(statement, candidates.included()).add(", "),
                candidates.category(),
                usMarketingSkipped,
                Selection.of("contact c where c.id in (select contact_id from included)"),
                candidates.excluded(),
                candidates.variants());
    }

    /**
     * The same for the contacts {@code c} of a from clause, each once: that reads them but once.
     */
    static Statement people(
            Statement statement,
            String category,
            boolean usMarketingSkipped,
            Selection found,
            List<Selection> excluded,
            List<Variant> variants) {
        union(statement.add("excluded as ("), excluded);
        statement.add("), bound as (select c.id, c.country, c.bar, c.variant, ");
        params(statement, variants);
        String bar = category.equals("MARKETING") ? "marketing_bar" : "utility_bar";
        statement.add(" as params from (select c.*, c." + bar + " as bar, ");
        choice(statement, variants);
        statement.add(" as variant from ").add(found);
        // The fence: without it each parameter is worked out twice, once to see whether it is missing. Without
        // parameters it would only keep the second core from counting.
        statement.add(variants.isEmpty() ? ") as c" : ") as c offset 0");
        statement.add("), person as (select id as contact_id, variant, params, case when ");
        // Where nobody is excluded, not even the question is asked: it would keep the statement from the second core.
        statement.add(excluded.isEmpty() ? "false" : "id in (select contact_id from excluded)");
        statement.add(" then 4 when bar = 3 then 3");
        if (category.equals("MARKETING") && usMarketingSkipped) {
            statement.add(" when country = 'US' then 9");
        }
        statement.add(" when bar > 0 then bar");
        if (!variants.isEmpty()) {
            statement.add(" when array_position(params, null) is not null then 5");
        }
        return tooLong(statement, variants).add(" end::smallint as reason from bound)");
    }

    /** Of several variants, the first parameter is no text. */
    private static Statement tooLong(Statement statement, List<Variant> variants) {
        int first = variants.size() > 1 ? 2 : 1;
        for (int i = 0; i < variants.size(); i++) {
            for (TextLimit limit : variants.get(i).limits()) {
                String length = limit.times().entrySet().stream()
                        .map(param -> param.getValue() + " * char_length(params[" + (first + param.getKey()) + "])")
                        .collect(Collectors.joining(" + "));
                statement.add(" when variant = %d and %s > %d then 11".formatted(i, length, limit.most()));
            }
        }
        return statement;
    }

    /** Appends {@code included(contact_id)}: who is in, each perhaps more often than once. */
    static Statement included(Statement statement, List<Selection> included) {
        union(statement.add("included as ("), included);
        return statement.add(")");
    }

    /** {@code (phone, opted_out, variant, params)} for each phone, whether somebody has it or not. */
    static Statement addressed(Statement statement, List<String> phones, List<Variant> variants) {
        statement.add("select c.wanted as phone, c.opted_out, c.listed, c.variant::integer as variant, ");
        params(statement, variants);
        statement.add("""
                 as params from (select c.*, w.wanted, w.place,
                  coalesce('OPTED_OUT' in (c.marketing_consent, c.utility_consent), false) as opted_out,
                  exists (select from suppression s where s.phone_hash = phone_hash(w.wanted)) as listed,
                """);
        choice(statement, variants);
        return statement.add("""
                 as variant from unnest(?::text[]) with ordinality as w(wanted, place) left join contact c on c.phone = w.wanted) as c
                order by c.place
                """, (Object) phones.toArray(String[]::new));
    }

    private static void union(Statement statement, List<Selection> selections) {
        if (selections.isEmpty()) {
            statement.add("select null::bigint as contact_id where false");
            return;
        }
        for (int i = 0; i < selections.size(); i++) {
            statement.add(i == 0 ? "" : " union ").add(selections.get(i));
        }
    }

    /** The number of the variant that a person gets. */
    private static void choice(Statement statement, List<Variant> variants) {
        int others = 0;
        statement.add("(case");
        for (int i = 0; i < variants.size(); i++) {
            if (variants.get(i).when() == null) {
                others = i;
            } else {
                statement.add(" when ").add(variants.get(i).when()).add(" then " + i);
            }
        }
        statement.add(" when true then " + others + " end)::smallint");
    }

    /** Of several variants, the first parameter is the number of the variant. */
    private static void params(Statement statement, List<Variant> variants) {
        if (variants.size() < 2) {
            array(statement, variants.isEmpty() ? List.of() : variants.get(0).params());
            return;
        }
        statement.add("array[c.variant::text] || case c.variant");
        for (int i = 0; i < variants.size(); i++) {
            statement.add(" when " + i + " then ");
            array(statement, variants.get(i).params());
        }
        statement.add(" end");
    }

    private static void array(Statement statement, List<Selection> params) {
        statement.add("array[");
        for (int i = 0; i < params.size(); i++) {
            statement.add(i == 0 ? "" : ", ").add(params.get(i));
        }
        statement.add("]::text[]");
    }
}
