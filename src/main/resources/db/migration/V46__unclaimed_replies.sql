-- What people wrote whom we did not know by the name under which they wrote. Once they are known it is a reply as any other.
create table unclaimed_reply (
    id              bigint generated always as identity primary key,
    stored_at       timestamptz not null default now(),
    wa_id           text,                             -- the phone without its plus
    user_id         text,                             -- Meta's business-scoped id
    at              timestamptz not null,
    wamid           text        not null,
    phone_number_id text,
    type            text,
    body            text,
    payload         text,
    answered        text
);
create unique index unclaimed_reply_once on unclaimed_reply (wamid, at, coalesce(wa_id, ''), coalesce(user_id, '')); -- Meta tells some twice
