-- What Meta tells again is kept once; null for what was kept before. Two nodes or two calls at once may bring the same.
alter table webhook_event add column hash bytea;
create unique index webhook_event_once on webhook_event (hash);
