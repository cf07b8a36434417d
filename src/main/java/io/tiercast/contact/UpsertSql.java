package io.tiercast.contact;

import io.tiercast.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Contacts stored by phone, in the order of a list of them. */
final class UpsertSql {

    private static final String TAG_SEPARATOR = "\u001f";

    private record Column(
            String name, String type, Function<CheckedContact, Object> value, IntFunction<Object[]> array) {

        /** Of all contacts, if that is the same; else null. */
        boolean same(List<CheckedContact> contacts) {
            Object first = value.apply(contacts.get(0));
            return contacts.stream().allMatch(contact -> Objects.equals(value.apply(contact), first));
        }

        Object[] values(List<CheckedContact> contacts) {
            return contacts.stream().map(value).toArray(array);
        }
    }

    private static final Column PHONE = text("phone", CheckedContact::phone);

    private static final List<Column> COLUMNS = List.of(
            text("country", CheckedContact::country),
            text("name", CheckedContact::name),
            text("external_id", CheckedContact::externalId),
            text("language", CheckedContact::language),
            text("timezone", CheckedContact::timezone),
            text("attributes", contact -> AttributesJson.of(contact.attributes())),
            text("tags", UpsertSql::tags),
            text("marketing", contact -> contact.consent().marketing().name()),
            text("utility", contact -> contact.consent().utility().name()),
            text("source", contact -> contact.consent().source()),
            time("at", contact -> contact.consent().at()),
            text("evidence", contact -> contact.consent().evidence()),
            time("requested_at", CheckedContact::consentRequestedAt));

    private static final String INSERT = """
            insert into contact as c (phone, country, name, external_id, language, timezone, attributes, tags,
                marketing_consent, utility_consent, consent_source, consent_at, consent_evidence, consent_requested_at)
            select phone, country, name, external_id, language, timezone, attributes::jsonb,
                coalesce(string_to_array(tags, E'\\x1f'), '{}'), marketing, utility, source, at, evidence, requested_at
            from (
            """;

    /**
     * What is said of the consent changes nothing. If it is kept, an opt-out stays whatever is said, and who has said the same before
     * keeps the first source and time; so does an opt-out that is newer than what is said. A request is in vain to who has opted in, or
     * was asked before.
     */
    private static final String CONSENT_STAYS = """
            (excluded.consent_at is null
                or (<keep> and (c.marketing_consent = 'OPTED_OUT' or c.marketing_consent = excluded.marketing_consent))
                or (<older> and (c.marketing_consent = 'OPTED_OUT'
                    or c.utility_consent = 'OPTED_OUT' and excluded.marketing_consent in ('UNKNOWN', c.marketing_consent)))
                or (excluded.consent_requested_at is not null
                    and (c.marketing_consent = 'OPTED_IN' or c.consent_requested_at is not null)))
            """;

    /**
     * Merging adds and overwrites but never erases: an absent value or an unknown consent says nothing. Who is known just so is not
     * written anew, into none of the indexes.
     */
    private static final String MERGE = """
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
                    when excluded.marketing_consent = 'UNKNOWN' or ((<keep> or <older>) and c.marketing_consent = 'OPTED_OUT')
                    then c.marketing_consent else excluded.marketing_consent end,
                utility_consent = case
                    when excluded.utility_consent = 'UNKNOWN' or ((<keep> or <older>) and c.utility_consent = 'OPTED_OUT')
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
            """.replace("<stays>", CONSENT_STAYS)
            .replace("<older>", "coalesce(excluded.consent_at < greatest(c.consent_at, c.consent_repeated_at), false)");

    /** Those who are known, with their places in the array: one probe of a key each, whatever the planner believes. */
    static final String FIND = """
            select said.n, known.id, known.opted_out from unnest($1::text[]) with ordinality as said(phone, n)
            cross join lateral (
                select id, marketing_consent = 'OPTED_OUT' as opted_out from contact c where c.phone = said.phone offset 0) known
            """;

    private UpsertSql() {}

    /** A fourth faster than looking for the conflict with each row; whoever else brings one of them makes it fail as a whole. */
    static Statement add(List<CheckedContact> contacts) {
        return insert(contacts).add("returning id");
    }

    /** @param keepOptOuts an opt-out stays, whatever is said */
    static Statement merge(List<CheckedContact> contacts, boolean keepOptOuts) {
        return insert(contacts).add(MERGE.replace("<keep>", Boolean.toString(keepOptOuts)));
    }

    /** What is the same for all, such as the source of their consent, is said once and not for each of them. */
    private static Statement insert(List<CheckedContact> contacts) {
        Map<Boolean, List<Column>> columns =
                COLUMNS.stream().collect(Collectors.partitioningBy(column -> column.same(contacts)));
        List<Column> each =
                Stream.concat(Stream.of(PHONE), columns.get(false).stream()).toList();
        Statement insert = new Statement().add(INSERT).add("select r.*");
        columns.get(true)
                .forEach(column -> insert.add(
                        ", ?::" + column.type() + " as " + column.name(),
                        column.value().apply(contacts.get(0))));
        insert.add(" from unnest(");
        for (Column column : each) {
            insert.add((column == PHONE ? "" : ", ") + "?::" + column.type() + "[]", (Object) column.values(contacts));
        }
        return insert.add(each.stream().map(Column::name).collect(Collectors.joining(", ", ") as r (", ")) as said ")));
    }

    private static Column text(String name, Function<CheckedContact, Object> value) {
        return new Column(name, "text", value, String[]::new);
    }

    private static Column time(String name, Function<CheckedContact, Instant> value) {
        return new Column(
                name,
                "timestamptz",
                value.andThen(at -> at == null ? null : at.atOffset(ZoneOffset.UTC)),
                OffsetDateTime[]::new);
    }

    private static String tags(CheckedContact contact) {
        return contact.tags().isEmpty() ? null : String.join(TAG_SEPARATOR, contact.tags());
    }
}
