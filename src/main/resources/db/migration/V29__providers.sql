-- Numbers that send through somebody else than Meta itself.

alter table sender
    add provider jsonb,                           -- null: Meta itself
    add echoes   boolean not null default true;   -- whether statuses bring our own mark back

-- Where they do not, only the provider's id of a message leads to it. Senders of Meta's own have no rows here, so what is sent
-- through Meta pays nothing for it.
create table provider_message (
    sender_id   bigint      not null references sender on delete cascade,
    message_id  text        not null,
    campaign_id bigint      not null,
    seq         integer     not null,
    attempt     smallint    not null,
    at          timestamptz not null default now(),
    primary key (sender_id, message_id)
);
create index provider_message_at on provider_message (at);

-- Statuses that came before the answer that tells their id was written down; or that are of messages that others sent.
create table early_status (
    id         bigint generated always as identity primary key,
    sender_id  bigint      not null references sender on delete cascade,
    message_id text        not null,
    event      jsonb       not null,
    at         timestamptz not null default now()
);
