package io.tiercast.contact;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Creates or merges contacts by phone, any number in one statement. */
final class ContactUpsert {

    private static final String TAG_SEPARATOR = "\u001f";

    /**
     * What is said of the consent changes nothing. With $13 an opt-out stays whatever is said, and who has said the same before
     * keeps the first source and time; a request is in vain to who has opted in, or was asked before.
     */
    private static final String CONSENT_STAYS = """
            (excluded.consent_at is null
                or ($13 and (c.marketing_consent = 'OPTED_OUT' or c.marketing_consent = excluded.marketing_consent))
                or (excluded.consent_requested_at is not null
                    and (c.marketing_consent = 'OPTED_IN' or c.consent_requested_at is not null)))
            """;

    /**
     * Merging adds and overwrites but never erases: an absent value or an unknown consent says nothing. A fresh row has no xmax:
     * that is how created and updated are told apart.
     */
    private static final String UPSERT = """
            insert into contact as c (phone, country, name, external_id, language, timezone, attributes, tags,
                marketing_consent, utility_consent, consent_source, consent_at, consent_evidence, consent_requested_at)
            select phone, country, name, external_id, language, timezone, attributes::jsonb,
                coalesce(string_to_array(tags, E'\\x1f'), '{}'), marketing, utility, source, at, evidence, requested_at
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                $9::text[], $10::text[], $11::text[], $12::timestamptz[], $14::text[],
                $15::timestamptz[])
                as r (phone, country, name, external_id, language, timezone, attributes, tags, marketing, utility, source, at,
                    evidence, requested_at)
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
                    when excluded.marketing_consent = 'UNKNOWN' or ($13 and c.marketing_consent = 'OPTED_OUT')
                    then c.marketing_consent else excluded.marketing_consent end,
                utility_consent = case
                    when excluded.utility_consent = 'UNKNOWN' or ($13 and c.utility_consent = 'OPTED_OUT')
                    then c.utility_consent else excluded.utility_consent end,
                consent_source = case when <stays> then c.consent_source else excluded.consent_source end,
                consent_evidence = case when <stays> then c.consent_evidence else excluded.consent_evidence end,
                consent_at = case when <stays> then c.consent_at else excluded.consent_at end,
                consent_requested_at = case when <stays> then c.consent_requested_at
                    when excluded.marketing_consent <> 'UNKNOWN' then null
                    else coalesce(excluded.consent_requested_at, c.consent_requested_at) end,
                updated_at = now()
            returning id, phone, xmax = 0 as created, marketing_consent = 'OPTED_OUT' as opted_out
            """.replace("<stays>", CONSENT_STAYS);

    private static final String FIND = """
            select id, phone, false as created, marketing_consent = 'OPTED_OUT' as opted_out from contact where phone = any($1)
            """;

    private static final long NO_ID = 0;

    private ContactUpsert() {}

    record Stored(long id, boolean created, boolean optedOut) {}

    /**
     * @param contacts of distinct phones, sorted by phone: everybody locks in that order
     * @return by phone
     */
    static Uni<Map<String, Stored>> run(
            SqlConnection transaction, Collection<CheckedContact> contacts, boolean keepOptOuts) {
        return transaction
                .preparedQuery(UPSERT)
                .execute(columns(contacts, keepOptOuts))
                .map(ContactUpsert::byPhone);
    }

    /** What {@link #run} would say, found out without storing anything; who would be new has no id. */
    static Uni<Map<String, Stored>> attempt(
            SqlConnection transaction, Collection<CheckedContact> contacts, Set<String> first) {
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(texts(contacts, CheckedContact::phone)))
                .map(ContactUpsert::byPhone)
                .invoke(found -> contacts.forEach(contact -> found.computeIfAbsent(
                        contact.phone(), phone -> new Stored(NO_ID, first.contains(phone), false))));
    }

    private static Tuple columns(Collection<CheckedContact> contacts, boolean keepOptOuts) {
        return Tuple.wrap(new Object[] {
            texts(contacts, CheckedContact::phone),
            texts(contacts, CheckedContact::country),
            texts(contacts, CheckedContact::name),
            texts(contacts, CheckedContact::externalId),
            texts(contacts, CheckedContact::language),
            texts(contacts, CheckedContact::timezone),
            texts(contacts, contact -> new JsonObject(contact.attributes()).encode()),
            texts(contacts, ContactUpsert::tags),
            texts(contacts, contact -> contact.consent().marketing().name()),
            texts(contacts, contact -> contact.consent().utility().name()),
            texts(contacts, contact -> contact.consent().source()),
            column(contacts, contact -> time(contact.consent().at()), OffsetDateTime[]::new),
            keepOptOuts,
            texts(contacts, contact -> contact.consent().evidence()),
            column(contacts, contact -> time(contact.consentRequestedAt()), OffsetDateTime[]::new)
        });
    }

    private static String[] texts(Collection<CheckedContact> contacts, Function<CheckedContact, String> value) {
        return column(contacts, value, String[]::new);
    }

    private static <T> T[] column(
            Collection<CheckedContact> contacts, Function<CheckedContact, T> value, IntFunction<T[]> array) {
        return contacts.stream().map(value).toArray(array);
    }

    private static String tags(CheckedContact contact) {
        return contact.tags().isEmpty() ? null : String.join(TAG_SEPARATOR, contact.tags());
    }

    private static OffsetDateTime time(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static Map<String, Stored> byPhone(Iterable<Row> rows) {
        Map<String, Stored> stored = new HashMap<>();
        rows.forEach(row -> stored.put(
                row.getString("phone"),
                new Stored(row.getLong("id"), row.getBoolean("created"), row.getBoolean("opted_out"))));
        return stored;
    }
}
