-- What people wrote to us, and which campaign they answered. A partition per month; apart from these stand the pictures and documents
-- themselves, which are not fetched.
create sequence reply_id;
create table reply (
    id          bigint      not null default nextval('reply_id'),  -- in the order in which they came
    at          timestamptz not null,                 -- when it was written, by Meta's clock
    stored_at   timestamptz not null default now(),
    contact_id  bigint      not null,
    wamid       text        not null,
    sender_id   bigint,
    campaign_id bigint,                               -- which it answers; null: none
    seq         integer,
    answers     boolean,                              -- the very message; false: the last one before it
    type        text,
    body        text,
    payload     text,
    primary key (contact_id, at, wamid)               -- Meta tells some messages twice
) partition by range (at);
alter sequence reply_id owned by reply.id;
create index reply_campaign on reply (campaign_id, id) where campaign_id is not null;
create index reply_stored on reply using brin (stored_at);
create table reply_default partition of reply default;

-- Attached rather than created as a partition: that waits for no reader.
create function create_reply_partition(month date) returns void language plpgsql as $$
declare
    part text := 'reply_' || to_char(month, 'YYYYMM');
begin
    if to_regclass(part) is not null then
        return;
    end if;
    execute format('create table %I (like reply including defaults)', part);
    execute format('alter table reply attach partition %I for values from (%L) to (%L)', part,
        date_trunc('month', month::timestamp) at time zone 'UTC', (date_trunc('month', month::timestamp) + interval '1 month') at time zone 'UTC');
exception when duplicate_table then
    null; -- another one was quicker
end $$;
select create_reply_partition(current_date), create_reply_partition((current_date + interval '1 month')::date);

create function forget_replies() returns trigger language plpgsql as $$
begin
    delete from reply r using gone where r.contact_id = gone.id;
    return null;
end $$;
create trigger contact_gone_replies after delete on contact
    referencing old table as gone for each statement execute function forget_replies();
