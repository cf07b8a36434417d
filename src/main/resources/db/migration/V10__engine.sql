-- What the sending engine needs to be exact: the window by minutes, tries that count, expiry, a canary.

alter table campaign_run
    add template_id bigint,                           -- so that news about a template reaches what is queued
    add limit_seq   integer,                          -- a canary: claims go no further for now; null: to the end
    add retry_days  smallint not null default 3,      -- 131049: so many daily tries more
    add ttl_seconds integer  not null default 2592000, -- Meta gives up delivering after this
    add expires_at  timestamptz;                      -- when to look for messages past their time to live
update campaign_run set expires_at = frozen_at + ttl_seconds * interval '1 s';
create index campaign_run_expires on campaign_run (expires_at) where expires_at is not null;
create index campaign_run_template on campaign_run (template_id) where open;

alter table template add time_to_live integer;        -- seconds, as approved; null: the category's own

alter table message
    add tries   smallint not null default 0,          -- attempts that ended in doubt or with an answer that limits tries
    add arrived smallint not null default 0;          -- a bit for each attempt known accepted and not failed: two are a duplicate

-- The window: who counts until when. A recipient whose minute lies before the horizon is stale and counts no more; how many
-- count is kept in portfolio_window.used, and falls by whole minutes as the horizon moves.
alter table portfolio_window
    add horizon         integer not null default 0,   -- minutes since 1970: up to here everybody has fallen out
    add reserved_share  double precision not null default 0 check (reserved_share >= 0 and reserved_share < 1),
    add exempt_open_windows boolean not null default false;

create table portfolio_minute (
    portfolio_id text    not null,
    minute       integer not null,
    n            integer not null,
    primary key (portfolio_id, minute)
) with (fillfactor = 50);
insert into portfolio_minute select portfolio_id, minute, count(*) from portfolio_recipient group by 1, 2;
drop index portfolio_recipient_minute;                -- without it, moving a recipient's minute stays HOT
alter table portfolio_recipient set (fillfactor = 80);
alter table portfolio_recipient add prev integer;     -- the minute before the last change; tells that change who was in already

-- Failures and late deliveries, to be worked into the window by its own clock: whoever records them must not wait for its lock.
create table window_change (
    id          bigint generated always as identity primary key,
    campaign_id bigint  not null,
    seq         integer not null
);

-- When a person last wrote to a number: for 24 h templates to them do not count.
create table service_window (
    sender_id bigint      not null references sender on delete cascade,
    phone     text        not null,
    opened_at timestamptz not null,
    primary key (sender_id, phone)
);

-- Messages from people since ever; the owner of the number reads how fast it grows, since they use its throughput, too.
create table sender_inbound (
    sender_id bigint primary key references sender on delete cascade,
    total     bigint not null
);
