-- Who people are to Meta, and what they do after a message.

-- Meta's other names for a person: a number that differs from ours (Brazil, Mexico, one that was changed) and the business-scoped
-- user id, by which people with a username come who show no number. Narrow and apart from contact, since almost every message teaches
-- one; without a foreign key, whose check would write to the contact's row each time.
create table contact_identity (
    name       text   primary key,
    contact_id bigint not null
);
create index contact_identity_contact on contact_identity (contact_id);
alter table contact drop column wa_id, drop column user_id;

create function forget_identities() returns trigger language plpgsql as $$
begin
    delete from contact_identity i using gone where i.contact_id = gone.id;
    return null;
end $$;
create trigger contact_gone after delete on contact
    referencing old table as gone for each statement execute function forget_identities();

-- What somebody said of marketing whom we do not know yet by that name.
create table unknown_preference (
    name   text primary key,
    wanted boolean     not null,
    source text        not null,
    at     timestamptz not null default now()
);

-- Up to where the names in status_log are learnt.
create table identity_cursor (
    one  boolean     primary key default true check (one),
    upto timestamptz not null default now()
);
insert into identity_cursor default values;

-- What people did after a campaign's message; each counts once. kind: the key of campaign_tally's G.
create table engagement (
    campaign_id bigint      not null,
    contact_id  bigint      not null,
    kind        smallint    not null,
    at          timestamptz not null default now(),
    primary key (campaign_id, contact_id, kind)
);
