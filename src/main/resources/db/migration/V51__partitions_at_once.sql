-- Two nodes that create the same partition at once: the slower one waits, and finds it there. Which of PostgreSQL's catalogues would
-- tell it so, and with which error, depends on the moment.

create or replace function create_message_partition(campaign bigint) returns void language plpgsql as $$
declare
    first bigint := campaign / 1000 * 1000;
begin
    perform pg_advisory_xact_lock(51, 0);
    if to_regclass('message_' || first) is not null then
        return;
    end if;
    execute format('create table message_param_%s partition of message_param for values from (%s) to (%s)', first, first, first + 1000);
    execute format('create table message_%s partition of message for values from (%s) to (%s) with (fillfactor = 50)',
        first, first, first + 1000);
end $$;

create or replace function create_contact_event_partition(day date) returns void language plpgsql as $$
declare
    part text := 'contact_event_' || to_char(day, 'YYYYMMDD');
begin
    perform pg_advisory_xact_lock(51, 0);
    if to_regclass(part) is not null then
        return;
    end if;
    execute format('create table %I (like contact_event)', part);
    execute format('alter table contact_event attach partition %I for values from (%L) to (%L)', part,
        day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
end $$;

create or replace function create_reply_partition(month date) returns void language plpgsql as $$
declare
    part text := 'reply_' || to_char(month, 'YYYYMM');
begin
    perform pg_advisory_xact_lock(51, 0);
    if to_regclass(part) is not null then
        return;
    end if;
    execute format('create table %I (like reply including defaults)', part);
    execute format('alter table reply attach partition %I for values from (%L) to (%L)', part,
        date_trunc('month', month::timestamp) at time zone 'UTC', (date_trunc('month', month::timestamp) + interval '1 month') at time zone 'UTC');
end $$;

create or replace function create_status_log_partition(day date) returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(51, 0);
    execute format('create table if not exists status_log_%s partition of status_log for values from (%L) to (%L)',
        to_char(day, 'YYYYMMDD'), day::timestamptz, (day + 1)::timestamptz);
end $$;
