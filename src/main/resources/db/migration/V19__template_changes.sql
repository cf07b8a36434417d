-- What changes with a template reaches its queues whatever the road: a webhook, a sync, a deletion.

alter table template add paused_until timestamptz;    -- when Meta's pause ends by itself; null: not paused, or nobody knows

create table template_change (
    id          bigint generated always as identity primary key,
    template_id bigint not null references template on delete cascade
);

create function note_template_change() returns trigger language plpgsql as $$
begin
    insert into template_change (template_id) values (new.id);
    return null;
end $$;
create trigger template_changed after update on template for each row
    when (old.status is distinct from new.status or (old.missing_since is null) <> (new.missing_since is null)
      or old.category is distinct from new.category)
    execute function note_template_change();
