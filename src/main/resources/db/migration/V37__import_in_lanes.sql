-- One index of what is searched by parts: its entries are gathered together and sorted in together.
drop index contact_tags;
do $$
begin
    if exists (select from pg_extension where extname = 'pg_trgm') then
        drop index if exists contact_name_part;
        create index contact_found on contact using gin (name gin_trgm_ops, tags);
    else
        create index contact_found on contact using gin (tags);
    end if;
end $$;

-- Most contacts have none, and need no entry for that.
alter table contact drop constraint contact_external_id_key;
create unique index contact_external_id_key on contact (external_id) where external_id is not null;

-- An import stores its lines in lanes, several at a time; each phone has one lane. Each lane moves the line that it has reached in the
-- transaction that stores its lines up to it. They begin behind "line".
alter table contact_import add reached bigint[] not null default '{0,0}';
