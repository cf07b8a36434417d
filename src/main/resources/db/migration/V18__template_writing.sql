-- Templates written here: drafts (status DRAFT, no id of Meta's), their versions, and what the sandbox reviews.

alter table template add edits timestamptz[] not null default '{}';  -- when it was edited at Meta while approved: Meta counts them

-- What a template said, whoever changed it: an edit here, one in WhatsApp Manager that a sync brought, a change of category by Meta.
create table template_version (
    template_id bigint      not null references template on delete cascade,
    number      integer     not null,
    at          timestamptz not null default now(),
    category    text        not null,
    components  jsonb       not null,
    primary key (template_id, number)
);
insert into template_version (template_id, number, at, category, components) select id, 1, created_at, category, components from template;

create function keep_template_version() returns trigger language plpgsql as $$
begin
    insert into template_version (template_id, number, category, components)
    select new.id, coalesce(max(number), 0) + 1, new.category, new.components from template_version where template_id = new.id;
    return null;
end $$;
create trigger template_written after insert on template for each row execute function keep_template_version();
create trigger template_rewritten after update on template for each row
    when (old.components is distinct from new.components or old.category is distinct from new.category)
    execute function keep_template_version();

-- Templates submitted to the sandbox; those it always has are in its file. told: the webhook about its state was taken.
create table sandbox_template (
    id         text primary key,
    source     jsonb   not null,
    deleted    boolean not null default false,
    told       boolean not null default true,
    changed_ms bigint  not null
);
