-- The simulated Meta's own memory: it must not forget because our process was killed. Nothing else reads these tables.

create table sandbox_setup (
    one          boolean primary key default true check (one),
    access_token text  not null,
    knobs        jsonb                              -- null: the defaults
);
insert into sandbox_setup (access_token) values ('SBX' || replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));

-- What is still to be told by webhook; a row goes when the receiver has acknowledged it. Times are epoch milliseconds,
-- since arrays of them are encoded far faster than timestamps.
create table sandbox_event (
    due_ms          bigint   not null,              -- when it is told, or told again
    id              bigint   generated always as identity,
    happened_ms     bigint   not null,              -- when it happened, as the webhook says
    message_id      bigint   not null,              -- wamids are made of this and the recipient
    recipient       bigint   not null,              -- the digits of the number
    phone_number_id text     not null,
    kind            smallint not null,              -- the ordinal of Kind
    tries           smallint not null default 0,
    code            integer,
    category        text     not null,
    detail          text,                           -- the words of a reply, or the payload of a pressed button
    opaque          text,                           -- biz_opaque_callback_data
    priced          boolean  not null,              -- whether this status carries pricing
    primary key (due_ms, id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

-- Whom the portfolio wrote to, for the messaging limit.
create table sandbox_recipient (
    recipient bigint primary key,
    at_ms     bigint not null
);
create index sandbox_recipient_at on sandbox_recipient (at_ms);

-- What this Meta has accepted and what became (or will become) of it.
create table sandbox_ledger (
    one       boolean primary key default true check (one),
    accepted  bigint not null default 0,
    sent      bigint not null default 0,
    delivered bigint not null default 0,
    read      bigint not null default 0,
    failed    bigint not null default 0,
    inbound   bigint not null default 0
) with (fillfactor = 20);
insert into sandbox_ledger default values;
