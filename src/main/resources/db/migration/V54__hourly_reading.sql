-- Webhooks may be lost, and some changes are never told: each number is read again once an hour, whatever was heard.

alter table sender add read_next_at timestamptz not null default now() + interval '1 h';
