-- Demo data is made once in the life of an installation; what people then delete stays deleted.
create table demo_data (
    one     boolean     primary key default true check (one),
    made_at timestamptz not null default now()
);
