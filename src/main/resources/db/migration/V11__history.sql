-- What happened to campaigns and numbers, and what reactions to Meta's news need to remember.

-- Append-only. Of a campaign, of a number, or of both.
create table history_event (
    id          bigint generated always as identity primary key,
    at          timestamptz not null default now(),
    campaign_id bigint references campaign on delete cascade,
    sender_id   bigint references sender on delete cascade,
    kind        text        not null,
    message     text        not null,                -- for people
    detail      jsonb,                               -- for programs
    check (campaign_id is not null or sender_id is not null)
);
create index history_event_campaign on history_event (campaign_id, id) where campaign_id is not null;
create index history_event_sender on history_event (sender_id, id) where sender_id is not null;

alter table sender
    add restriction jsonb,                           -- what Meta forbids the account, see Restriction; null: nothing
    add reread_at   timestamptz;                     -- when to ask Meta again, since something changed there; null: no need

alter table template add announced_category text;    -- what Meta will change the category to; null: nothing announced

alter table campaign_run
    add former_category text,                        -- what the category was until Meta changed it in mid-campaign
    add canary_until    timestamptz;                 -- the canary is sent: so long the rest is held

-- The codes of rules that a person has seen and resumed after: they fire no more for this campaign.
alter table campaign add acknowledged varchar[] not null default '{}';

-- A number changes by a sync, by an edit and by webhooks; whatever the road, the change is in its history.
create function tell_sender_change() returns trigger language plpgsql as $$
begin
    insert into history_event (sender_id, kind, message, detail)
    select new.id, kind, subject || ' is ' || coalesce(after, nothing) || ' now, it was ' || coalesce(before, nothing) || '.',
        jsonb_build_object('from', before, 'to', after)
    from (values
        ('STATUS', 'The status of the number', old.status, new.status, 'unknown'),
        ('QUALITY', 'The quality of the number', old.quality, new.quality, 'unknown'),
        ('MESSAGING_LIMIT', 'The limit of people in 24 hours', old.messaging_limit::text, new.messaging_limit::text, 'unlimited'),
        ('THROUGHPUT', 'The throughput that Meta allows, in messages a second,', old.throughput_meta::text, new.throughput_meta::text, 'unknown'),
        ('OWN_THROUGHPUT', 'The throughput that the operator set, in messages a second,', old.throughput_own::text, new.throughput_own::text, 'not set'),
        ('NAME', 'The name that people see', old.verified_name, new.verified_name, 'unknown')
    ) as change(kind, subject, before, after, nothing)
    where before is distinct from after;
    return null;
end $$;
create trigger sender_changed after update on sender for each row execute function tell_sender_change();
