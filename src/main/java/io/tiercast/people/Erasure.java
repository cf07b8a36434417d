package io.tiercast.people;

import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Removes what identifies a person, wherever it is kept. The counts stay, and so does a hash by which the phone is suppressed when
 * somebody brings it back. What hangs on the contact alone, such as groups, events, replies and the history of consents, goes with it
 * by the database's triggers.
 */
@ApplicationScoped
class Erasure {

    private static final String FIND = """
            select c.id, c.phone, c.name, c.external_id,
              array(select i.name from contact_identity i where i.contact_id = c.id) as names
            from contact c where
            """;

    // Before any row is locked, as everybody who takes contacts away.
    private static final String LOCK = "select 1 from (select pg_advisory_xact_lock(22, 0)) as waited";

    private static final String ERASE = """
            with listed as (
              insert into suppression (phone_hash, scope, reason) values (phone_hash($2), 'ALL', 'ERASED')
              on conflict (phone_hash) do update set phone = null, scope = 'ALL', reason = 'ERASED', source = null
              returning id
            ), open_windows as (
              delete from service_window where phone = $2
            ), last_day as (
              delete from portfolio_recipient where phone = $2
            ), preferences as (
              delete from unknown_preference where name = any($3)
            ), unclaimed as (
              delete from unclaimed_reply where wa_id = any($3) or user_id = any($3)
            ), told_by_meta as (
              delete from webhook_event e
              where exists (select from unnest($3::text[]) as name where position('"' || name || '"' in e.body::text) > 0)
            ), rejected as (
              update import_rejection set value = '(erased)'
              where position($4 in regexp_replace(value, '[^0-9]', '', 'g')) > 0
                or position(lower($5::text) in lower(value)) > 0 or value = $6::text
            ), kept_answers as (
              delete from idempotent_request where position($2 in body) > 0 or location like '%/contacts/' || $1::bigint
            ), posts_about_them as materialized (
              select d.id, told.rest, told.n
              from webhook_delivery d
              cross join lateral (
                select jsonb_agg(event order by place) as rest, count(event) as n
                from jsonb_array_elements(d.body::jsonb -> 'events') with ordinality as e(event, place)
                where position(substr($2, 2) in event::text) = 0 and (event #>> '{data,contactId}')::bigint is distinct from $1::bigint) as told
              where position(substr($2, 2) in d.body) > 0 or position('"contactId": ' || $1::bigint in d.body) > 0
            ), posts_under_way as (
              update webhook_delivery d set body = jsonb_build_object('events', p.rest)::text, events = p.n
              from posts_about_them p where d.id = p.id and p.n > 0
            ), posts_about_nobody_else as (
              delete from webhook_delivery d using posts_about_them p where d.id = p.id and p.n = 0
            ), seen_by_imports as (
              delete from import_phone where phone = $2
            ), written as (
              delete from message_param p
              using (select campaign_id, seq from message where contact_id = $1 offset 0) as theirs
              where p.campaign_id = theirs.campaign_id and p.seq = theirs.seq
            ), noted as (
              insert into erased_contact (contact_id) select $1 where $1 is not null
            ), gone as (
              delete from contact where id = $1
            )
            select (select id from listed) as suppression_id, (select count(*) from message where contact_id = $1) as messages
            """;

    private final Sql sql;
    private final ErasedLog log;

    Erasure(Sql sql, ErasedLog log) {
        this.sql = sql;
        this.log = log;
    }

    Uni<ErasureView> ofContact(long id) {
        return sql.first(FIND + "c.id = $1", ErasedPerson::of, id)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("contact", id))
                .chain(this::erase);
    }

    /** @param phone in E.164 form */
    Uni<ErasureView> ofPhone(String phone) {
        return sql.first(FIND + "c.phone = $1", ErasedPerson::of, phone)
                .onItem()
                .ifNull()
                .continueWith(() -> ErasedPerson.stranger(phone))
                .chain(this::erase);
    }

    private Uni<ErasureView> erase(ErasedPerson person) {
        return sql.inTransaction(transaction -> erase(transaction, person)).call(() -> log.forget(person.names()));
    }

    private static Uni<ErasureView> erase(SqlConnection transaction, ErasedPerson person) {
        Object[] arguments = {
            person.contactId(),
            person.phone(),
            person.names().toArray(String[]::new),
            person.lastDigits(),
            person.tellingName(),
            person.externalId()
        };
        return transaction
                .query(LOCK)
                .execute()
                .chain(() -> transaction.preparedQuery(ERASE).execute(Tuple.wrap(arguments)))
                .map(rows -> view(person, rows.iterator().next()));
    }

    private static ErasureView view(ErasedPerson person, Row row) {
        return new ErasureView(person.contactId(), row.getLong("messages"), row.getLong("suppression_id"));
    }
}
