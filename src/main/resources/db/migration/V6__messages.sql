-- The hot path. No index on message mentions a state or a time, so that every update stays HOT; statuses come back with the
-- primary key (biz_opaque_callback_data), so no index on wamids is needed either.

-- A campaign's queue: open or shut, its cursor, and the copy of what the dispatcher needs of the campaign.
create table campaign_run (
    campaign_id   bigint primary key,
    sender_id     bigint      not null,
    category      text        not null,
    open          boolean     not null,
    next_seq      integer     not null default 1,   -- a claim advances this: no scan, no SKIP LOCKED
    last_seq      integer     not null,             -- the end of the queue; the skipped lie behind it
    total         integer     not null,
    template      jsonb       not null,             -- the compiled template, see TemplateMessage
    hours         jsonb,                            -- when it may send; null: always
    stop_at       timestamptz,
    in_doubt      text        not null,
    stopped       jsonb,                            -- why Meta's answer shut it; see StopReason
    frozen_at     timestamptz not null default now()
);
create index campaign_run_open on campaign_run (sender_id) where open;

-- States and reasons are the codes of MessageState and SkipReason.
create table message (
    campaign_id bigint   not null,
    contact_id  bigint   not null,
    t_accepted  timestamptz,
    t_sent      timestamptz,
    t_delivered timestamptz,
    t_read      timestamptz,
    t_failed    timestamptz,
    t_tried     timestamptz,                        -- when the last attempt was claimed
    seq         integer  not null,
    error       integer,                            -- Meta's code
    state       smallint not null,
    reason      smallint,                           -- why it was skipped
    variant     smallint not null default 0,
    attempt     smallint not null default 0,
    primary key (campaign_id, seq)
) partition by range (campaign_id);
create index message_contact on message (contact_id);

create table message_param (
    campaign_id bigint  not null,
    seq         integer not null,
    params      text[]  not null,                   -- by the slots of campaign_run.template
    primary key (campaign_id, seq)
) partition by range (campaign_id);

-- Ranges of 1,000 campaigns, each created when the first campaign in it is frozen, and detached once all of it is past retention.
create function create_message_partition(campaign bigint) returns void language plpgsql as $$
declare
    first bigint := campaign / 1000 * 1000;
begin
    if to_regclass('message_' || first) is not null then
        return;
    end if;
    execute format('create table message_param_%s partition of message_param for values from (%s) to (%s)', first, first, first + 1000);
    execute format('create table message_%s partition of message for values from (%s) to (%s) with (fillfactor = 50)',
        first, first, first + 1000);
exception when duplicate_table then
    null; -- another one was quicker
end $$;
select create_message_partition(0), create_message_partition(1000);

-- Every status as it came, for the record: wamids and pricing live here. A partition per day, dropped for retention.
create table status_log (
    at          timestamptz not null,               -- when we stored it
    meta_at     timestamptz,                        -- when Meta says it happened
    campaign_id bigint      not null,
    seq         integer     not null,
    attempt     smallint    not null,
    status      smallint    not null,
    code        integer,
    wamid       text,
    wa_id       text,
    user_id     text,
    pricing     jsonb,
    detail      text
) partition by range (at);
create index status_log_at on status_log using brin (at);
create table status_log_default partition of status_log default;

create function create_status_log_partition(day date) returns void language plpgsql as $$
begin
    execute format('create table if not exists status_log_%s partition of status_log for values from (%L) to (%L)',
        to_char(day, 'YYYYMMDD'), day::timestamptz, (day + 1)::timestamptz);
end $$;

-- Counts, moved in the same transaction as the rows they count. kind: see Tally.
create table campaign_tally (
    campaign_id bigint   not null,
    variant     smallint not null,
    kind        "char"   not null,
    key         integer  not null,
    n           bigint   not null,
    primary key (campaign_id, variant, kind, key)
) with (fillfactor = 20);

-- The exceptions: to be tried again at a time.
create table retry_queue (
    campaign_id bigint      not null,
    seq         integer     not null,
    due_at      timestamptz not null,
    tries       smallint    not null,
    primary key (campaign_id, seq)
);
create index retry_queue_due on retry_queue (campaign_id, due_at);

-- The exceptions: sent or not, nobody knows yet.
create table in_doubt (
    campaign_id bigint      not null,
    seq         integer     not null,
    attempt     smallint    not null,
    since       timestamptz not null,
    primary key (campaign_id, seq)
);
