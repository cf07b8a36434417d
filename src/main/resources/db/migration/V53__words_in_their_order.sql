-- Meta tells again what was not acknowledged, for seven days and in no order: what is older undoes nothing that is newer.

-- When a person last said the same again. Between their two words an opposite one may still be on its way.
alter table contact add consent_repeated_at timestamptz;

-- When the queue was opened last: a failure from before says nothing of it.
alter table campaign_run add opened_at timestamptz not null default now();

-- When Meta lifted what it had forbidden the account: what it forbade before that is over.
alter table sender add reinstated_at timestamptz;
