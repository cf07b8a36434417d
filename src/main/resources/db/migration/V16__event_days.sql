-- The days of contact_event that lie before a day go, as whole tables.
create function drop_contact_event_partitions(before date) returns void language plpgsql as $$
declare
    part regclass;
begin
    for part in
        select inhrelid::regclass from pg_inherits
        where inhparent = 'contact_event'::regclass
          and right(inhrelid::regclass::text, 8) < to_char(before, 'YYYYMMDD')
    loop
        execute format('drop table %s', part);
    end loop;
end $$;
