-- What Meta told us besides statuses, as it came.

create table webhook_event (
    id   bigint generated always as identity primary key,
    at   timestamptz not null default now(),
    kind text        not null,
    body jsonb       not null
);
create index webhook_event_at on webhook_event using brin (at);
